// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/views/diagram_checks.h"
#include "tests/views/view_hands.h"
#include "widgets/views/diagram_geometry.h"
#include "widgets/views/diagram_view.h"
#include "widgets/views/text.h"

using namespace tangent;
using namespace tangent::tests;

namespace {

/// A full binary tree; leaves say how many rows they hold.
Diagram tree(int depth)
{
    Diagram made;
    for (int level = 0; level <= depth; ++level) {
        const int count = 1 << level;
        for (int i = 0; i < count; ++i) {
            Diagram::Node node;
            node.id = QString("%1-%2").arg(level).arg(i);
            node.at = QPointF((i + 0.5) / count, double(level) / std::max(1, depth));
            node.lines = level == 0 ? QStringList{"flipper-length ≤ 206.5", "333 rows"} : QStringList{"149"};
            node.shares = {0.5, 0.2, 0.3};
            node.current = level == 1 && i == 1;
            node.target.key = "node";
            node.target.value = node.id;
            node.rowIds = {100 * level + i};
            made.nodes.push_back(node);
            if (level == 0)
                continue;
            Diagram::Edge edge;
            edge.from = QString("%1-%2").arg(level - 1).arg(i / 2);
            edge.to = node.id;
            edge.label = i % 2 ? ">" : "≤";
            made.edges.push_back(edge);
        }
    }
    return made;
}

struct Shown {
    explicit Shown(int depth)
        : log(&view)
    {
        Figure figure;
        figure.content = tree(depth);
        view.resize(420, 320);
        view.showFigure(figure, {});
    }

    DiagramView view;
    IntentLog log;
};

} // namespace

class DiagramViewTest : public QObject {
    Q_OBJECT

private slots:
    void nodesStayApart_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<QSize>("size");
        for (int depth = 0; depth <= 4; ++depth)
            for (const QSize size : {QSize(400, 300), QSize(400, 420), QSize(720, 360), QSize(1100, 600)})
                QTest::addRow("depth %d, %d x %d", depth, size.width(), size.height()) << depth << size;
    }

    void nodesStayApart()
    {
        QFETCH(int, depth);
        QFETCH(QSize, size);
        const QRectF box(QPointF(), size);
        const DiagramGeometry geometry = DiagramGeometry::of(box, tree(depth));
        verifyApart(geometry, box);
        QCOMPARE(geometry.leftOut, QStringList());
        QVERIFY(geometry.font.pixelSize() >= 10);
        QImage image(size, QImage::Format_RGB32);
        QPainter painter(&image);
        TextFitRecord record;
        paintDiagram(painter, box, tree(depth), Theme::light());
        QStringList unfitting = record.unfitting();
        unfitting.removeAll(">"); // branches may go unnamed where rows of nodes are close
        unfitting.removeAll("≤");
        QCOMPARE(unfitting.join("|"), QString());
    }

    void nothingInNoRoomIsNothing()
    {
        QVERIFY(DiagramGeometry::of(QRectF(0, 0, 100, -5), Diagram()).nodes.empty());
    }

    void tooLittleRoomIsRecorded()
    {
        const QRectF box(0, 0, 150, 90);
        const DiagramGeometry geometry = DiagramGeometry::of(box, tree(4));
        verifyApart(geometry, QRectF(0, -200, 150, 500));
        QVERIFY(!geometry.leftOut.isEmpty());
    }

    void crowdedNodesArePushedApart()
    {
        Diagram diagram;
        for (int i = 0; i < 5; ++i) {
            Diagram::Node node;
            node.id = QString::number(i);
            node.at = QPointF(0.5, 0.5); // all in one place
            node.lines = QStringList{QString("node %1").arg(i)};
            diagram.nodes.push_back(node);
        }
        const QRectF box(0, 0, 400, 100);
        verifyApart(DiagramGeometry::of(box, diagram), box);
    }

    void edgesJoinBorders()
    {
        const QRectF parent(100, 0, 80, 40);
        const QRectF child(20, 100, 60, 30);
        const QPainterPath down = edgePath(parent, child);
        QCOMPARE(down.pointAtPercent(0), QPointF(140, 40));
        QCOMPARE(down.pointAtPercent(1), QPointF(50, 100));
        const QPainterPath across = edgePath(parent, QRectF(300, 10, 50, 20));
        QCOMPARE(across.pointAtPercent(0).x(), 180.0);
        QCOMPARE(across.pointAtPercent(1).x(), 300.0);
    }

    void clickWritesAndHoverMarks()
    {
        Shown shown(2);
        std::vector<int> hovered;
        connect(
            &shown.view, &FigureView::rowsHovered, this, [&](const std::vector<int>& ids) { hovered = ids; });
        hover(shown.view, shown.view.itemBox(1).center());
        QCOMPARE(hovered, std::vector<int>{100});
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, shown.view.itemBox(1).center().toPoint());
        QCOMPARE(text(shown.log.lastValue("node")), QStringLiteral("1-0"));
        QCOMPARE(shown.view.itemAt(QPointF(2, 2)), -1);
    }

    void keysWalkTheTree()
    {
        Shown shown(2);
        QVERIFY(present(shown.view));
        shown.view.setFocus(Qt::TabFocusReason);
        QCOMPARE(shown.view.focusItem(), 2); // the current node
        QTest::keyClick(&shown.view, Qt::Key_Left);
        QCOMPARE(shown.view.focusItem(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Up);
        QCOMPARE(shown.view.focusItem(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QVERIFY(shown.view.focusItem() >= 3);
        QTest::keyClick(&shown.view, Qt::Key_Space);
        QVERIFY(text(shown.log.lastValue("node")).startsWith("2-"));
    }

    void nodesAreSpoken()
    {
        Shown shown(2);
        QAccessibleInterface* root = spoken(&shown.view)->child(0);
        QCOMPARE(root->text(QAccessible::Name), QStringLiteral("flipper-length ≤ 206.5"));
        QCOMPARE(root->text(QAccessible::Value), QStringLiteral("333 rows"));
        QVERIFY(!root->rect().isEmpty());
    }
};

TANGENT_TEST(DiagramViewTest)
#include "diagram_view_test.moc"
