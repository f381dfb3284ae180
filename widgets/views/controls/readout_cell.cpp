// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/readout_cell.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/accessible_parts.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double figurePixels = 22;
constexpr double labelPixels = 12;
constexpr double notePixels = 11.5;
constexpr double mostBeside = 0.55; ///< of the cell, for which the figure is set smaller

class ReadoutInterface final : public QAccessibleWidget {
public:
    explicit ReadoutInterface(ReadoutCell& cell)
        : QAccessibleWidget(&cell, QAccessible::Button)
        , cell_(cell)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return cell_.readout().label;
        if (kind == QAccessible::Value)
            return cell_.spokenValue();
        return kind == QAccessible::Description ? cell_.readout().line : QAccessibleWidget::text(kind);
    }

    QStringList actionNames() const override { return QAccessibleWidget::actionNames() << pressAction(); }

    void doAction(const QString& name) override
    {
        if (name == pressAction())
            cell_.click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    ReadoutCell& cell_;
};

} // namespace

ReadoutCell::ReadoutCell(Shape shape, QWidget* parent)
    : QAbstractButton(parent)
    , shape_(shape)
{
    installInterface<ReadoutCell, ReadoutInterface>();
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void ReadoutCell::showReadout(const Readout& readout)
{
    if (readout == readout_ && readout.value == readout_.value)
        return;
    readout_ = readout;
    setToolTip(readout.note.isEmpty() ? readout.line : readout.note);
    update();
}

void ReadoutCell::setStale(bool stale)
{
    if (stale == stale_)
        return;
    stale_ = stale;
    update();
}

void ReadoutCell::setLit(bool lit)
{
    if (lit == lit_)
        return;
    lit_ = lit;
    update();
}

void ReadoutCell::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

QString ReadoutCell::labelText() const
{
    switch (readout_.better) {
    case Readout::Better::Up:
        return tr("%1 ↑").arg(readout_.label);
    case Readout::Better::Down:
        return tr("%1 ↓").arg(readout_.label);
    case Readout::Better::Neither:
        break;
    }
    return readout_.label;
}

QString ReadoutCell::valueText() const
{
    if (const QString* words = std::get_if<QString>(&readout_.value))
        return *words;
    const std::optional<double> value = readout_.number();
    return value ? shownNumber(*value, readout_.decimals) : QStringLiteral("–");
}

QString ReadoutCell::spokenValue() const
{
    QString said = std::holds_alternative<std::monostate>(readout_.value) ? tr("undefined") : valueText();
    if (!readout_.shownUnit().isEmpty())
        said = tr("%1 %2").arg(said, readout_.shownUnit());
    return readout_.note.isEmpty() ? said : tr("%1, %2").arg(said, readout_.note);
}

int ReadoutCell::neededWidth() const
{
    return int(std::ceil(textWidth(uiFont(labelPixels), labelText()))) + 10;
}

QSize ReadoutCell::sizeHint() const
{
    if (shape_ == Shape::Cell)
        return {std::max(96, neededWidth()), int(std::lround(50 * textScale()))};
    const double value = numberWidth(uiFont(13, QFont::DemiBold), valueText())
        + textWidth(uiFont(labelPixels), readout_.shownUnit()) + textWidth(uiFont(notePixels), readout_.note)
        + 20;
    return {neededWidth() + int(std::ceil(value)) + 24, int(std::lround(27 * textScale()))};
}

QFont ReadoutCell::figureFont(double width) const
{
    const bool words = std::holds_alternative<QString>(readout_.value);
    const double most = words ? 17 : figurePixels;
    for (double pixels = most; pixels > 12; pixels -= 1)
        if (const QFont font = uiFont(pixels, QFont::DemiBold); numberWidth(font, valueText()) <= width)
            return font;
    return uiFont(12, QFont::DemiBold);
}

/// What the figure leaves to the unit and to a short note; long notes wrap in what is left.
double ReadoutCell::besideWidth(double width) const
{
    const double unit =
        readout_.shownUnit().isEmpty() ? 0 : textWidth(uiFont(labelPixels), readout_.shownUnit()) + 6;
    const double note = readout_.note.isEmpty() ? 0 : textWidth(uiFont(notePixels), readout_.note) + 5;
    const double both = unit + note;
    return both <= mostBeside * width ? both : unit <= mostBeside * width ? unit : 0;
}

QColor ReadoutCell::figureInk() const
{
    return stale_ || std::holds_alternative<std::monostate>(readout_.value) ? theme_->muted : theme_->ink;
}

void ReadoutCell::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (lit_ || underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(lit_ ? theme_->accentSoft : mixed(theme_->surface, theme_->muted, 0.1));
        painter.drawRoundedRect(QRectF(rect()), 5, 5);
    }
    if (shape_ == Shape::Cell)
        paintCell(painter);
    else
        paintLine(painter);
    if (hasFocus())
        drawFrame(painter, QRectF(rect()), theme_->accent, 2, 5);
}

void ReadoutCell::paintCell(QPainter& painter) const
{
    const QRectF box = QRectF(rect()).adjusted(4, 2, -4, -2);
    const double labelHeight = std::ceil(lineHeight(uiFont(labelPixels)));
    painter.setFont(uiFont(labelPixels));
    painter.setPen(theme_->muted);
    drawText(painter, QRectF(box.left(), box.top(), box.width(), labelHeight),
        Qt::AlignLeft | Qt::AlignVCenter, labelText());

    const QRectF below(box.left(), box.top() + labelHeight, box.width(), box.height() - labelHeight);
    const QFont figure = figureFont(box.width() - besideWidth(box.width()));
    painter.setFont(figure);
    painter.setPen(figureInk());
    if (std::holds_alternative<QString>(readout_.value) && textWidth(figure, valueText()) > below.width()) {
        // A path too long for the line goes on after a slash.
        drawWrappedText(painter, below.adjusted(0, -1, 0, 2), Qt::AlignLeft | Qt::AlignVCenter,
            valueText().replace(QLatin1Char('/'), QStringLiteral("/\u200b")));
        return;
    }
    drawNumber(painter, below, Qt::AlignLeft | Qt::AlignVCenter, valueText());
    double left = below.left() + numberWidth(figure, valueText()) + 5;
    painter.setPen(theme_->muted);
    if (!readout_.shownUnit().isEmpty()) {
        painter.setFont(uiFont(labelPixels));
        const double baseline =
            below.center().y() + QFontMetricsF(figure).ascent() / 2 - QFontMetricsF(figure).descent() / 2;
        const QFontMetricsF metrics(painter.font());
        drawText(painter, QRectF(left, baseline - metrics.ascent(), below.right() - left, metrics.height()),
            Qt::AlignLeft | Qt::AlignTop, readout_.shownUnit());
        left += textWidth(painter.font(), readout_.shownUnit()) + 6;
    }
    if (readout_.note.isEmpty())
        return;
    const QFont note = uiFont(notePixels);
    painter.setFont(note);
    const QRectF room(left, below.top() - 1, below.right() - left, below.height() + 2);
    if (textWidth(note, readout_.note) <= room.width()) {
        const double baseline =
            below.center().y() + QFontMetricsF(figure).ascent() / 2 - QFontMetricsF(figure).descent() / 2;
        const QFontMetricsF metrics(note);
        drawText(painter, QRectF(left, baseline - metrics.ascent(), room.width(), metrics.height()),
            Qt::AlignLeft | Qt::AlignTop, readout_.note);
        return;
    }
    // What has no room in two lines is in the tip and is spoken.
    painter.setFont(uiFont(10.5));
    const QRectF taken = QFontMetricsF(painter.font()).boundingRect(room, Qt::TextWordWrap, readout_.note);
    if (taken.width() > room.width() || taken.height() > room.height())
        return;
    drawWrappedText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, readout_.note);
}

void ReadoutCell::paintLine(QPainter& painter) const
{
    const QRectF box = QRectF(rect()).adjusted(8, 0, -8, 0);
    painter.setFont(uiFont(12.5));
    painter.setPen(theme_->ink);
    drawText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, labelText());
    QString behind = readout_.shownUnit();
    if (!readout_.note.isEmpty())
        behind = behind.isEmpty() ? readout_.note : tr("%1, %2").arg(behind, readout_.note);
    QRectF room = box;
    if (!behind.isEmpty()) {
        painter.setFont(uiFont(notePixels));
        painter.setPen(theme_->muted);
        const QRectF written = drawText(painter, box, Qt::AlignRight | Qt::AlignVCenter, behind);
        room.setRight(written.left() - 6);
    }
    painter.setFont(uiFont(13, QFont::DemiBold));
    painter.setPen(figureInk());
    drawNumber(painter, room, Qt::AlignRight | Qt::AlignVCenter, valueText());
}

void ReadoutCell::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ReadoutCell::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
    emit pointed(true);
}

void ReadoutCell::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
    emit pointed(false);
}

} // namespace tangent
