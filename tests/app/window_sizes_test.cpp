// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/window_room.h"
#include "widgets/views/controls/line_field.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text_block.h"
#include "widgets/views/text_view.h"

#include <QScrollArea>

using namespace tangent;
using namespace tangent::tests;

namespace {

bool scrolls(const QWidget* view)
{
    for (const QScrollBar* bar : view->findChildren<QScrollBar*>())
        if (bar->isVisible() && bar->maximum() > bar->minimum())
            return true;
    return false;
}

} // namespace

/// What a person compares is seen whole in the windows that people have.
class WindowSizesTest : public QObject {
    Q_OBJECT

private slots:
    /// One scale on both axes makes a low plane narrow as well.
    void thePlaneOfTwoColumnsKeepsItsHeight()
    {
        Room room({960, 600}, QStringLiteral("pca"));
        const FigureView* plane = room.window.lab().figureView(QStringLiteral("plane"));
        QVERIFY2(plane->height() > 230, qPrintable(QString::number(plane->height())));
    }

    void theLoadingsOfWinesAreSeenWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("960") << QSize(960, 600);
        QTest::newRow("1280") << QSize(1280, 800);
        QTest::newRow("1920") << QSize(1920, 1080);
    }

    void theLoadingsOfWinesAreSeenWhole()
    {
        QFETCH(QSize, size);
        Room room(size, QStringLiteral("pca?preset=wine"));
        room.window.lab().bringForward(QStringLiteral("loadings"));
        const FigureView* loadings = room.window.lab().figureView(QStringLiteral("loadings"));
        QVERIFY(loadings->isVisible());
        QVERIFY(!scrolls(loadings));
    }

    void whoAsksIsReadWhole_data() { theLoadingsOfWinesAreSeenWhole_data(); }

    /// A name that is a little too long for its field stands there in smaller letters.
    void whoAsksIsReadWhole()
    {
        QFETCH(QSize, size);
        Room room(size, QStringLiteral("iam-policies"));
        const auto* field = room.row(QStringLiteral("principal"))->findChild<LineField*>();
        QVERIFY(field && field->text().startsWith(QLatin1String("arn:aws:iam::")));
        QVERIFY(textWidth(field->font(), field->text()) <= field->width() - 12);
        const auto* action = room.row(QStringLiteral("action"))->findChild<LineField*>();
        QVERIFY(action->font().pixelSize() >= field->font().pixelSize());
    }

    void bothPoliciesAreReadable_data() { theLoadingsOfWinesAreSeenWhole_data(); }

    /// Each with its own head in view and lines enough for a statement.
    void bothPoliciesAreReadable()
    {
        QFETCH(QSize, size);
        Room room(size, QStringLiteral("iam-policies?preset=endpoint"));
        auto* texts = qobject_cast<TextView*>(room.window.lab().figureView(QStringLiteral("policies")));
        QVERIFY(texts);
        for (const TextBlock* block : texts->blocks()) {
            const QRect place(block->mapTo(texts, QPoint()), block->size());
            QVERIFY2(texts->rect().adjusted(0, 0, 0, 1).contains(place), qPrintable(block->block().title));
            if (!block->block().text.isEmpty())
                QVERIFY2(place.height() > 90, qPrintable(block->block().title));
        }
    }
};

TANGENT_TEST(WindowSizesTest)
#include "window_sizes_test.moc"
