// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/words_view.h"

#include <QPainter>

namespace tangent {

void WordsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (const auto* held = std::get_if<WordsFigure>(&figure().content))
        paintWords(painter, rect(), *held, theme());
}

void paintWords(QPainter& painter, const QRectF& box, const WordsFigure& figure, const Theme& theme)
{
    QString all;
    for (const WordsFigure::Paragraph& paragraph : figure.paragraphs) {
        all += paragraph.title + u' ';
        for (const WordsFigure::Run& run : paragraph.runs)
            all += run.text + u' ';
        all += u'\n';
    }
    painter.setPen(theme.ink);
    painter.drawText(box, Qt::TextWordWrap, all);
}

} // namespace tangent
