// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/words_geometry.h"

#include "widgets/views/item_paint.h"
#include "widgets/views/theme.h"

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double gapBetweenParagraphs = 6;
constexpr double gapBesideNote = 3;
constexpr double crossRoom = 20;

/// Sets the words of one paragraph line by line.
class Flow {
public:
    Flow(const WordsGeometry& geometry, double left, double right, double top)
        : geometry_(geometry)
        , left_(left)
        , right_(right)
        , x_(left)
        , y_(top)
        , height_(lineHeight(geometry.font) + 4)
        , space_(std::max(1.0, textWidth(geometry.font, QStringLiteral(" ")) - 1))
    {
    }

    void add(const WordsFigure::Run& run, int index)
    {
        const QFont& font = run.strong ? geometry_.strongFont : geometry_.font;
        const QStringList words = run.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (qsizetype word = 0; word < words.size(); ++word) {
            const bool last = word + 1 == words.size();
            const double note =
                last && !run.note.isEmpty() ? textWidth(geometry_.noteFont, run.note) + gapBesideNote : 0;
            addWord(words[word], font, note, index, last);
        }
    }

    double bottom() const { return y_ + height_; }
    std::vector<WordsGeometry::Piece> pieces;

private:
    /// A word goes to the next line when it finds no room; a word wider than a line is cut into lines.
    void addWord(QString word, const QFont& font, double note, int run, bool last)
    {
        while (!word.isEmpty()) {
            const bool joins = closesSentence(word) && x_ > left_;
            const double from = x_ > left_ ? x_ + (joins ? 0 : space_) : x_;
            const double width = textWidth(font, word);
            const double taken = width + 2 * geometry_.rim + note;
            if (from + taken <= right_ + 0.5) {
                put(word, from, width, taken, run, last);
                return;
            }
            if (x_ > left_) {
                x_ = left_;
                y_ += height_;
                continue;
            }
            qsizetype fitting = word.size();
            while (fitting > 1
                && textWidth(font, word.left(fitting)) + 2 * geometry_.rim
                        + (fitting == word.size() ? note : 0)
                    > right_ - left_)
                --fitting;
            const QString head = word.left(fitting);
            word = word.mid(fitting);
            const double wide = textWidth(font, head);
            put(head, left_, wide, wide + 2 * geometry_.rim + (word.isEmpty() ? note : 0), run,
                last && word.isEmpty());
        }
    }

    void put(const QString& text, double x, double width, double taken, int run, bool last)
    {
        pieces.push_back({run, text, QRectF(x, y_, taken, height_), width, last});
        x_ = x + taken;
    }

    static bool closesSentence(const QString& word) { return QStringLiteral(".,;:!?)").contains(word[0]); }

    const WordsGeometry& geometry_;
    double left_;
    double right_;
    double x_;
    double y_;
    double height_;
    double space_;
};

bool hasTitle(const WordsFigure::Paragraph& paragraph)
{
    return !paragraph.title.isEmpty() || !paragraph.value.isEmpty() || paragraph.bar >= 0;
}

void layOut(WordsGeometry& made, const QRectF& box, const WordsFigure& figure)
{
    made.paragraphs.clear();
    double y = 0;
    for (const WordsFigure::Paragraph& paragraph : figure.paragraphs) {
        WordsGeometry::Paragraph placed;
        const double top = y;
        if (hasTitle(paragraph)) {
            const double height = lineHeight(made.titleFont) + 6;
            placed.title = QRectF(0, y, box.width(), height);
            y += height + 1;
        } else {
            y += 2;
        }
        const double right =
            box.width() - made.padding - (hasTitle(paragraph) || !made.cross ? 0 : crossRoom);
        Flow flow(made, made.padding - made.rim, right + made.rim, y);
        for (size_t run = 0; run < paragraph.runs.size(); ++run)
            flow.add(paragraph.runs[run], int(run));
        placed.pieces = std::move(flow.pieces);
        y = flow.bottom() + 4;
        placed.box = QRectF(0, top, box.width(), y - top);
        made.paragraphs.push_back(std::move(placed));
        y += gapBetweenParagraphs;
    }
    made.adding = QRectF();
    if (figure.adding) {
        const double width = textWidth(made.titleFont, figure.adding->label) + 34;
        made.adding = QRectF(0, y, std::min(width, box.width()), lineHeight(made.titleFont) + 10);
        y = made.adding.bottom() + 2;
    } else if (!figure.paragraphs.empty()) {
        y -= gapBetweenParagraphs;
    }
    made.content = QSizeF(box.width(), std::ceil(y));
    made.window = box;
}

} // namespace

WordsGeometry WordsGeometry::of(const QRectF& box, const WordsFigure& figure)
{
    WordsGeometry made;
    made.cross = figure.removable;
    for (const double pixels : {14.0, 13.5, 13.0, 12.5, 12.0}) {
        made.font = uiFont(pixels);
        made.strongFont = uiFont(pixels, QFont::DemiBold);
        made.noteFont = uiFont(std::max(10.0, pixels - 2.5));
        made.titleFont = uiFont(pixels - 0.5, QFont::DemiBold);
        layOut(made, box, figure);
        if (made.content.height() <= box.height())
            break;
    }
    return made;
}

QRectF WordsGeometry::placed(const QRectF& inContent) const
{
    return inContent.translated(window.topLeft() - offset);
}

QRectF WordsGeometry::crossBox(int paragraph) const
{
    const Paragraph& own = paragraphs[size_t(paragraph)];
    const QRectF line = own.title.isEmpty() ? own.box : own.title;
    return placed(QRectF(line.right() - crossRoom, line.top(), crossRoom, std::min(line.height(), 26.0)));
}

int WordsGeometry::paragraphAt(QPointF place) const
{
    for (size_t paragraph = 0; paragraph < paragraphs.size(); ++paragraph)
        if (window.contains(place) && placed(paragraphs[paragraph].box).contains(place))
            return int(paragraph);
    return -1;
}

QRectF WordsGeometry::runBox(int paragraph, int run) const
{
    QRectF all;
    for (const Piece& piece : paragraphs[size_t(paragraph)].pieces)
        if (piece.run == run)
            all |= piece.box;
    return all;
}

} // namespace tangent
