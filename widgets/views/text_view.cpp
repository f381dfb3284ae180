// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/text_view.h"

#include <QPainter>

namespace tangent {

void TextView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (const auto* held = std::get_if<TextFigure>(&figure().content))
        paintTexts(painter, rect(), *held, theme());
}

void paintTexts(QPainter& painter, const QRectF& box, const TextFigure& figure, const Theme& theme)
{
    QString all;
    for (const TextFigure::Block& block : figure.blocks)
        all += block.title + u'\n' + block.text + u'\n';
    painter.setPen(theme.ink);
    painter.drawText(box, Qt::TextWordWrap, all);
}

} // namespace tangent
