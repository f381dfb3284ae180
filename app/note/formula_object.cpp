// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/formula_object.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>

#include <algorithm>

namespace tangent {

namespace {

constexpr int texProperty = QTextFormat::UserProperty + 1;
constexpr int displayProperty = QTextFormat::UserProperty + 2;

/// Inter's small letters are tall: at its full x-height a formula's capitals would outgrow the text's.
constexpr double exShare = 0.92;

/// The width that a line has at a place of a document.
double lineWidth(const QTextDocument* document, int position)
{
    if (document->textWidth() <= 0)
        return 0;
    const QTextFrameFormat frame = document->rootFrame()->frameFormat();
    const QTextBlock block = document->findBlock(position);
    const QTextBlockFormat format = block.blockFormat();
    int indent = format.indent();
    if (block.textList())
        indent += block.textList()->format().indent();
    return document->textWidth() - frame.leftMargin() - frame.rightMargin() - 2 * frame.padding()
        - format.leftMargin() - format.rightMargin() - indent * document->indentWidth();
}

} // namespace

FormulaObject::FormulaObject(std::shared_ptr<FormulaLibrary> library, QObject* parent)
    : QObject(parent)
    , library_(std::move(library))
{
}

QTextCharFormat FormulaObject::format(const QString& tex, bool display, const QTextCharFormat& text)
{
    QTextCharFormat format = text;
    // Without a font of its own the line would be measured with another one.
    format.setFont(text.font());
    format.setObjectType(objectType);
    format.setVerticalAlignment(QTextCharFormat::AlignNormal);
    format.setProperty(texProperty, tex);
    format.setProperty(displayProperty, display);
    return format;
}

QString FormulaObject::tex(const QTextFormat& format)
{
    return format.stringProperty(texProperty);
}

bool FormulaObject::isDisplay(const QTextFormat& format)
{
    return format.boolProperty(displayProperty);
}

FormulaBox FormulaObject::box(const QTextFormat& format, double maximumWidth) const
{
    const QFont font = format.toCharFormat().font();
    const std::optional<FormulaSize> size = library_->size(tex(format), isDisplay(format));
    FormulaBox box;
    if (!size)
        return box;
    double ex = QFontMetricsF(font).xHeight() * exShare;
    if (maximumWidth > 0 && size->width * ex > maximumWidth)
        ex = maximumWidth / size->width;
    box.width = size->width * ex;
    box.ascent = size->ascent() * ex;
    box.descent = size->depth * ex;
    return box;
}

QSizeF FormulaObject::intrinsicSize(QTextDocument* document, int position, const QTextFormat& format)
{
    const FormulaBox found = box(format, lineWidth(document, position));
    return {found.width, isDisplay(format) ? found.ascent + found.descent : std::max(0.0, found.ascent)};
}

void FormulaObject::drawObject(
    QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    const FormulaBox found = box(format, rect.width());
    const double top = isDisplay(format) ? rect.top() : rect.bottom() - found.ascent;
    const QRectF place(rect.left(), top, found.width, found.ascent + found.descent);
    library_->paint(*painter, place, tex(format), isDisplay(format), painter->pen().color());
}

} // namespace tangent
