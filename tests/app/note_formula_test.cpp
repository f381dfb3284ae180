// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/formula_object.h"
#include "app/note/note_document.h"
#include "app/note/note_library.h"
#include "widgets/views/text.h"

#include "tests/support/test_program.h"

#include <QAbstractTextDocumentLayout>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTextBlock>

#include <cmath>

using namespace tangent;

namespace {

/// A folder with pictures of known size: filled rectangles.
class Pictures {
public:
    void add(const QString& tex, bool display, double width, double height, double depth)
    {
        QFile file(folder_.filePath(formulaName(tex, display) + QStringLiteral(".svg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" data-width-ex=\"%1\" "
            "data-height-ex=\"%2\" data-valign-ex=\"%3\"><rect width=\"%1\" height=\"%2\" "
            "fill=\"currentColor\" stroke=\"none\"/></svg>")
                       .arg(width)
                       .arg(height)
                       .arg(-depth)
                       .toUtf8());
    }
    std::shared_ptr<FormulaLibrary> library() const
    {
        return std::make_shared<FormulaLibrary>(folder_.path());
    }

private:
    QTemporaryDir folder_;
};

NoteDocument documentOf(
    const QString& body, const std::shared_ptr<FormulaLibrary>& library, const Theme& theme = Theme::light())
{
    Note note;
    note.body = body;
    NoteDocument made = makeNoteDocument(note, library, theme);
    made.document->setTextWidth(400);
    return made;
}

QImage drawn(const NoteDocument& note, const Theme& theme)
{
    QImage image(400, int(note.document->size().height()) + 1, QImage::Format_RGB32);
    image.fill(theme.panel);
    QPainter painter(&image);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = theme.palette();
    note.document->documentLayout()->draw(&painter, context);
    return image;
}

/// First and last row of a column of pixels that are all but `colour`; −1 when there is none.
std::pair<int, int> inkRows(const QImage& image, int from, int to, const QColor& colour)
{
    std::pair<int, int> rows{-1, -1};
    for (int y = 0; y < image.height(); ++y) {
        for (int x = from; x < to; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int far = std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green())
                + std::abs(pixel.blue() - colour.blue());
            if (far < 120) {
                rows.first = rows.first < 0 ? y : rows.first;
                rows.second = y;
            }
        }
    }
    return rows;
}

} // namespace

class NoteFormulaTest : public QObject {
    Q_OBJECT

private slots:
    void names_data()
    {
        QTest::addColumn<QString>("tex");
        QTest::addColumn<bool>("display");
        QTest::addColumn<QString>("name"); // by Python's hashlib
        QTest::newRow("inline") << QStringLiteral("x^2") << false << QStringLiteral("47fdcaffad1d3f9f");
        QTest::newRow("folded") << QStringLiteral("  x^2\n") << false << QStringLiteral("47fdcaffad1d3f9f");
        QTest::newRow("display") << QStringLiteral("\\frac{a}{b}\n   + c") << true
                                 << QStringLiteral("4a8f0c4b4f32958c");
        QTest::newRow("not ASCII") << QStringLiteral("é") << false << QStringLiteral("6868b0ceb4633be8");
    }
    void names()
    {
        QFETCH(QString, tex);
        QFETCH(bool, display);
        QFETCH(QString, name);
        QCOMPARE(formulaName(tex, display), name);
    }

    void sizes_data()
    {
        QTest::addColumn<double>("height");
        QTest::addColumn<double>("depth");
        QTest::newRow("small letter") << 1.0 << 0.0;
        QTest::newRow("with a tail") << 1.5 << 0.5;
        QTest::newRow("fraction") << 5.0 << 2.0;
        QTest::newRow("raised") << 1.0 << -1.0;
    }
    void sizes()
    {
        QFETCH(double, height);
        QFETCH(double, depth);
        Pictures pictures;
        pictures.add(QStringLiteral("x"), false, 4, height, depth);
        pictures.add(QStringLiteral("x"), true, 4, height, depth);
        FormulaObject object(pictures.library(), nullptr);
        QTextCharFormat text;
        text.setFont(uiFont(15));
        for (const bool display : {false, true}) {
            const QTextCharFormat format = FormulaObject::format(QStringLiteral("x"), display, text);
            const FormulaBox box = object.box(format);
            const double ex = box.width / 4;
            QVERIFY(std::abs(box.ascent - (height - depth) * ex) < 1e-9);
            QVERIFY(std::abs(box.descent - depth * ex) < 1e-9);
            QVERIFY(ex > 6 && ex < 9); // a formula's small letters are about those of the text
            QTextDocument document;
            QCOMPARE(object.intrinsicSize(&document, 0, format).height(), display ? height * ex : box.ascent);
            const FormulaBox half = object.box(format, box.width / 2);
            QVERIFY(
                std::abs(half.ascent - box.ascent / 2) < 1e-9 && std::abs(half.width - box.width / 2) < 1e-9);
        }
    }

    void baselineIsTheLines_data()
    {
        QTest::addColumn<double>("depth");
        QTest::newRow("on the line") << 0.0;
        QTest::newRow("half an ex below") << 0.5;
        QTest::newRow("one ex below") << 1.0;
    }
    void baselineIsTheLines()
    {
        QFETCH(double, depth);
        Pictures pictures;
        pictures.add(QStringLiteral("x"), false, 6, 1 + depth, depth);
        const NoteDocument note = documentOf(QStringLiteral("$x$ ■■■■"), pictures.library());
        const QTextBlock block = note.document->firstBlock();
        const QTextLine line = block.layout()->lineAt(0);
        const double top = note.document->documentLayout()->blockBoundingRect(block).top();
        const double baseline = top + line.y() + line.ascent();
        FormulaObject object(pictures.library(), nullptr);
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + 1);
        const FormulaBox box = object.box(cursor.charFormat());
        const auto [first, last] = inkRows(drawn(note, Theme::light()), int(NoteMeasures::left) + 2,
            int(NoteMeasures::left + box.width) - 2, Theme::light().ink);
        QVERIFY(first >= 0);
        QVERIFY2(std::abs(last + 1 - (baseline + box.descent)) <= 1,
            qPrintable(QStringLiteral("%1 against %2").arg(last + 1).arg(baseline + box.descent)));
        QVERIFY(std::abs(first - (baseline - box.ascent)) <= 1);
    }

    void linesKeepTheirDistance()
    {
        Pictures pictures;
        pictures.add(QStringLiteral("x"), false, 4, 1.6, 0.5);
        const NoteDocument note = documentOf(
            QStringLiteral("words and words and words and words and words and words and words $x$ and words "
                           "and words and "
                           "words and words and words and words and words and words and words and words"),
            pictures.library());
        const QTextLayout* layout = note.document->firstBlock().layout();
        QVERIFY(layout->lineCount() >= 3);
        QVector<double> baselines;
        for (int i = 0; i < layout->lineCount(); ++i)
            baselines << layout->lineAt(i).y() + layout->lineAt(i).ascent();
        for (int i = 2; i < baselines.size(); ++i)
            QVERIFY(std::abs((baselines[i] - baselines[i - 1]) - (baselines[1] - baselines[0])) < 0.1);
    }

    void punctuationStaysWithItsFormula()
    {
        Pictures pictures;
        pictures.add(QStringLiteral("x"), false, 6, 1, 0);
        const NoteDocument note =
            documentOf(QStringLiteral("word word word word word ($x$), so"), pictures.library());
        const QTextBlock block = note.document->firstBlock();
        for (int width = 80; width < 400; width += 7) {
            note.document->setTextWidth(width);
            note.document->size();
            for (int i = 0; i < block.layout()->lineCount(); ++i) {
                const QTextLine line = block.layout()->lineAt(i);
                const QString text = block.text().mid(line.textStart(), line.textLength());
                QVERIFY2(!text.startsWith(QLatin1Char(')')) && !text.startsWith(QLatin1Char(',')),
                    qPrintable(text));
                QVERIFY2(!text.trimmed().endsWith(QLatin1Char('(')), qPrintable(text));
            }
        }
    }

    void wideFormulasShrinkToTheColumn()
    {
        Pictures pictures;
        pictures.add(QStringLiteral("x"), true, 300, 4, 1);
        const NoteDocument note = documentOf(QStringLiteral("$$x$$"), pictures.library());
        const QTextLine line = note.document->firstBlock().layout()->lineAt(0);
        QVERIFY(line.naturalTextWidth() <= 400 - NoteMeasures::left - NoteMeasures::right + 0.01);
        QVERIFY(line.naturalTextWidth() > 300);
    }

    void themeRecoloursWithoutReading()
    {
        Pictures pictures;
        pictures.add(QStringLiteral("x"), false, 6, 2, 0);
        const auto library = pictures.library();
        const auto inked = [&](const Theme& theme) {
            const QImage image = drawn(documentOf(QStringLiteral("$x$ y"), library, theme), theme);
            return inkRows(image, int(NoteMeasures::left) + 2, int(NoteMeasures::left) + 20, theme.ink).first
                >= 0;
        };
        QVERIFY(inked(Theme::light()));
        QCOMPARE(library->filesRead(), 1);
        QVERIFY(inked(Theme::darkTheme()));
        QVERIFY(inked(Theme::light()));
        QCOMPARE(library->filesRead(), 1);
    }

    void missingPictureShowsItsTex()
    {
        Pictures pictures;
        const NoteDocument note = documentOf(QStringLiteral("so $a_1$ is"), pictures.library());
        QCOMPARE(note.document->toPlainText(), QStringLiteral("so a_1 is"));
    }

    void readoutDefinition()
    {
        Pictures pictures;
        pictures.add(QStringLiteral("y"), true, 10, 4, 1);
        const auto library = pictures.library();
        QCOMPARE(library->formulaSize(QStringLiteral("y"), 8), QSizeF(80, 32));
        QVERIFY(library->formulaSize(QStringLiteral("z"), 8).isEmpty());
        for (const double scale : {1.0, 2.0}) {
            QImage image(QSize(100, 60) * scale, QImage::Format_RGB32);
            image.setDevicePixelRatio(scale);
            image.fill(Qt::white);
            QPainter painter(&image);
            library->paintFormula(painter, QRectF(10, 10, 40, 40), QStringLiteral("y"), Qt::red, 8);
            painter.end();
            // Twice too wide: half the size, in the middle of the box's height.
            QCOMPARE(image.pixelColor(QPoint(30, 30) * scale), QColor(Qt::red));
            QCOMPARE(image.pixelColor(QPoint(30, 36) * scale), QColor(Qt::red));
            QCOMPARE(image.pixelColor(QPoint(30, 40) * scale), QColor(Qt::white));
            QCOMPARE(image.pixelColor(QPoint(52, 30) * scale), QColor(Qt::white));
        }
    }

    void everyFormulaHasItsPictureAndEveryPictureItsFormula()
    {
        const QString root = QStringLiteral(TANGENT_SOURCE_DIR);
        QMap<QString, QString> wanted; // name → place
        const NoteLibrary notes(root + QStringLiteral("/notes"));
        for (const QString& topic : notes.topics()) {
            for (const NoteFormula& formula : liftFormulas(notes.find(topic)->body).formulas)
                wanted[formulaName(formula.tex, formula.display)] =
                    topic + QStringLiteral(": ") + formula.tex;
        }
        const QRegularExpression inCode(QStringLiteral("R\"tex\\(([\\s\\S]*?)\\)tex\""));
        QDirIterator sources(root + QStringLiteral("/app/topics"), {"*.cpp", "*.h"}, QDir::Files,
            QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto match = inCode.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
                const QString tex = match.next().captured(1);
                wanted[formulaName(tex, true)] = file.fileName() + QStringLiteral(": ") + tex;
            }
        }
        QStringList problems;
        for (auto it = wanted.constBegin(); it != wanted.constEnd(); ++it) {
            if (!QFile::exists(
                    root + QStringLiteral("/resources/formulas/") + it.key() + QStringLiteral(".svg")))
                problems << QStringLiteral("no picture for ") + *it;
        }
        const QStringList pictures =
            QDir(root + QStringLiteral("/resources/formulas")).entryList({"*.svg"}, QDir::Files);
        for (const QString& picture : pictures) {
            if (!wanted.contains(picture.chopped(4)))
                problems << QStringLiteral("nobody uses ") + picture;
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }
};

TANGENT_TEST(NoteFormulaTest)
#include "note_formula_test.moc"
