// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/views/theme.h"

#include <QSyntaxHighlighter>
#include <QTextOption>

namespace tangent {

/// What the editors of longer texts and their pictures share: fonts, room, colours of the language.

QFont codeFont(double pixels = 12);
constexpr QTextOption::WrapMode codeWrap = QTextOption::WrapAtWordBoundaryOrAnywhere;
constexpr double codeMargin = 4; ///< around the text
constexpr double spanBarRoom = 12;
constexpr double textGap = 8; ///< between two texts

/// Room for the bars of spans and the numbers of so many lines; an empty text (0) has neither.
double gutterWidth(int lines);

/// The height that a text needs in a width, wrapped, with its margins; at least `least` lines.
double codeHeight(const QString& text, double width, int least = 1);

/// An empty text can stand behind its title, on one line: how wide the title is, how much that takes with
/// what stands there instead of the text, and where the text begins.
double blockTitleWidth(const TextFigure::Block& block);
double oneLineWidth(const TextFigure::Block& block, double titleWidth);
double oneLineTextLeft(double titleWidth);

/// Title and caption of a block: on one line where both fit, else the caption below, wrapped.
double blockHeadHeight(const TextFigure::Block& block, double width);
void paintBlockTitle(
    QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme);
void paintBlockHead(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme);

/// The sentences of its problems, below its text.
double problemsHeight(const TextFigure::Block& block, double width);
void paintProblems(QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme);

QColor lineNumberColour(const Theme& theme);

/// The field behind a text; its frame tells focus and problems.
void paintTextFrame(
    QPainter& painter, const QRectF& box, const TextFigure::Block& block, const Theme& theme, bool focused);

/// Marks on whole lines and on problems, as selections of a document.
struct CodeMark {
    int line = 1;    ///< from 1
    int column = -1; ///< problems only: from 1; −1: the whole line
    QTextCharFormat format;
};
std::vector<CodeMark> codeMarks(const TextFigure::Block& block, const Theme& theme);
/// The characters that such a mark covers.
QTextCursor markCursor(QTextDocument& document, const CodeMark& mark);

/// Colours names, strings, numbers and words of JSON; leaves other languages alone.
class CodeColours : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit CodeColours(QTextDocument* document);
    void setUp(const QString& language, const Theme& theme);

protected:
    void highlightBlock(const QString& text) override;

private:
    QString language_;
    const Theme* theme_ = nullptr;
};

} // namespace tangent
