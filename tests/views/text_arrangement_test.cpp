// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "widgets/views/text_arrangement.h"

#include <algorithm>

using namespace tangent;

namespace {

constexpr double headHeight = 20;

TextNeed text(double height, double lineWidth = 0)
{
    return {[](double) { return headHeight; }, [height](double) { return height; }, lineWidth};
}

TextNeed empty(double lineWidth = 200)
{
    return text(26, lineWidth);
}

bool overlap(const std::vector<TextPlace>& places)
{
    for (size_t a = 0; a < places.size(); ++a)
        for (size_t b = a + 1; b < places.size(); ++b)
            if (places[a].box.intersects(places[b].box))
                return true;
    return false;
}

} // namespace

/// Where longer texts lie: what a person compares is in view, each under its own head.
class TextArrangementTest : public QObject {
    Q_OBJECT

private slots:
    void emptyTextsTakeOneLine()
    {
        const std::vector<TextPlace> places = arrangeTexts({text(300), empty(), empty()}, {500, 400}, -1);
        QVERIFY(!places[0].onOneLine && places[1].onOneLine && places[2].onOneLine);
        QCOMPARE(places[0].textHeight, 300.0);
        QVERIFY(places[1].box.height() < 30 && places[1].box.top() >= places[0].box.bottom());
        QVERIFY(!overlap(places));
        // Where title and words do not fit a line, the words stand below.
        QVERIFY(!arrangeTexts({empty()}, {150, 400}, -1)[0].onOneLine);
    }

    void twoTextsStandBelowEachOtherWhereThatShowsEnough()
    {
        const std::vector<TextPlace> places = arrangeTexts({text(300), text(300), empty()}, {600, 420}, -1);
        QCOMPARE(places[0].box.left(), places[1].box.left());
        QVERIFY(places[1].box.top() > places[0].box.bottom());
        QVERIFY(places[0].textHeight > 120 && places[1].textHeight > 120);
        QVERIFY(bottomOf(places) <= 420 && !overlap(places));
    }

    /// In 180 pixels two policies below each other would show three lines each.
    void twoTextsStandBesideEachOtherInALowRoom()
    {
        const std::vector<TextPlace> places = arrangeTexts({text(300), text(300), empty()}, {540, 180}, 0);
        QCOMPARE(places[0].box.top(), places[1].box.top());
        QVERIFY(places[1].box.left() > places[0].box.right());
        QVERIFY(places[0].textHeight > 100 && places[1].textHeight > 100);
        QVERIFY(places[2].box.top() >= places[0].box.bottom());
        QVERIFY(bottomOf(places) <= 180 && !overlap(places));
        // There is no width for it here.
        QCOMPARE(arrangeTexts({text(300), text(300)}, {400, 180}, -1)[1].box.left(), 0.0);
    }

    void theFavouredTextGetsMore()
    {
        const std::vector<TextPlace> places = arrangeTexts({text(300), text(300)}, {400, 300}, 1);
        QVERIFY(places[1].textHeight > 1.5 * places[0].textHeight);
        QVERIFY(bottomOf(places) <= 300);
    }

    /// Every head stays in view as long as two lines of each text do.
    void headsStayInView()
    {
        for (double height = 210; height < 500; height += 20)
            QVERIFY(bottomOf(arrangeTexts({text(300), text(300), text(90)}, {400, height}, -1)) <= height);
    }

    void inTooLowARoomAllScrollTogether()
    {
        const std::vector<TextPlace> places = arrangeTexts({text(300), text(300), text(90)}, {400, 90}, -1);
        QVERIFY(bottomOf(places) > 90);
        QCOMPARE(places[0].textHeight, 300.0);
        QCOMPARE(places[2].textHeight, 90.0);
    }
};

TANGENT_TEST(TextArrangementTest)
#include "text_arrangement_test.moc"
