// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/definition_popover.h"

#include "app/note/formula.h"
#include "widgets/views/text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace tangent {

namespace {

constexpr int padding = 16;
constexpr int lineHeight = 24;
constexpr double exPixels = 8.5;

} // namespace

DefinitionPopover::DefinitionPopover(FormulaLibrary& formulas, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , formulas_(formulas)
{
}

void DefinitionPopover::open(const Readout& readout, const QRect& beside, const Theme& theme)
{
    readout_ = readout;
    theme_ = &theme;
    const QSizeF formula = formulas_.formulaSize(readout.formula, exPixels);
    const QFontMetricsF metrics(uiFont(14));
    const double textWidth =
        std::max(metrics.horizontalAdvance(readout.line), metrics.horizontalAdvance(readout.note));
    const double width = std::max({formula.width(), textWidth, 220.0}) + 2 * padding;
    const int lines = 1 + (readout.line.isEmpty() ? 0 : 1) + (readout.note.isEmpty() ? 0 : 1);
    resize(int(std::ceil(width)), int(std::ceil(formula.height())) + lines * lineHeight + 3 * padding);
    setAccessibleName(readout.label);
    setAccessibleDescription(readout.line);
    QPoint place(beside.left(), beside.top() - height() - 6);
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect room = screen->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - this->width())));
        if (place.y() < room.top())
            place.setY(beside.bottom() + 6);
    }
    move(place);
    show();
    setFocus();
}

void DefinitionPopover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme_->surface);
    painter.setPen(theme_->hairline);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    QRectF line(padding, padding, width() - 2 * padding, lineHeight);
    painter.setPen(theme_->ink);
    painter.setFont(uiFont(14, QFont::DemiBold));
    drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, readout_.label);
    const QSizeF formula = formulas_.formulaSize(readout_.formula, exPixels);
    formulas_.paintFormula(painter,
        QRectF(line.left(), line.bottom() + padding / 2.0, line.width(), formula.height()), readout_.formula,
        theme_->ink, exPixels);
    line.moveTop(line.bottom() + formula.height() + padding);
    painter.setFont(uiFont(14));
    if (!readout_.line.isEmpty()) {
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, readout_.line);
        line.moveTop(line.bottom());
    }
    painter.setPen(theme_->muted);
    if (!readout_.note.isEmpty())
        drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, readout_.note);
}

void DefinitionPopover::keyPressEvent(QKeyEvent*)
{
    hide(); // any key closes it
}

} // namespace tangent
