// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/span_bar.h"

#include "widgets/views/accessible_parts.h"
#include "widgets/views/text_sheet.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace tangent {

namespace {

constexpr double carryThreshold = 5;

/// The lines as one thing with a name; where they can be put are its actions.
class SpanInterface final : public QAccessibleWidget {
public:
    explicit SpanInterface(SpanBar& bar)
        : QAccessibleWidget(&bar, QAccessible::Grouping)
        , bar_(bar)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return bar_.span().label;
        if (kind == QAccessible::Value)
            return SpanBar::tr("lines %1 to %2").arg(bar_.span().firstLine).arg(bar_.span().lastLine);
        return QAccessibleWidget::text(kind);
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        for (const ItemAction& action : bar_.actions())
            names << action.spoken;
        return names;
    }

    void doAction(const QString& name) override
    {
        for (const ItemAction& action : bar_.actions()) {
            if (action.spoken == name) {
                emit bar_.intent(action.intent);
                return;
            }
        }
        QAccessibleWidget::doAction(name);
    }

private:
    SpanBar& bar_;
};

} // namespace

SpanBar::SpanBar(QWidget* parent)
    : QWidget(parent)
{
    installInterface<SpanBar, SpanInterface>();
    setAttribute(Qt::WA_Hover);
}

void SpanBar::setSpan(const TextFigure::Span& span)
{
    if (span == span_)
        return;
    span_ = span;
    setToolTip(span.drops.empty() ? span.label : tr("%1 – drag it into another text").arg(span.label));
    setFocusPolicy(span.drops.empty() ? Qt::NoFocus : Qt::StrongFocus);
    setCursor(span.drops.empty() ? Qt::ArrowCursor : Qt::OpenHandCursor);
    update();
}

void SpanBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    update();
}

void SpanBar::openActions()
{
    showActions(*this, QPoint(width(), 0), span_.label, actions(), *theme_,
        [this](const Intent& wanted) { emit intent(wanted); });
}

bool SpanBar::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void SpanBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSpanBar(painter, QRectF(rect()), span_, *theme_, underMouse() || hasFocus());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme_->accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
}

void SpanBar::mousePressEvent(QMouseEvent* event)
{
    pressed_ = event->button() == Qt::LeftButton;
    pressedAt_ = event->position();
}

void SpanBar::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF way = event->position() - pressedAt_;
    const bool held = pressed_ && (event->buttons() & Qt::LeftButton) && !span_.drops.empty();
    if (!held || std::abs(way.x()) + std::abs(way.y()) < carryThreshold)
        return;
    pressed_ = false;
    emit carryWanted(span_.drops, span_.label, event->globalPosition().toPoint());
}

void SpanBar::keyPressEvent(QKeyEvent* event)
{
    if (!span_.drops.empty() && tangent::opensActions(*event, true))
        openActions();
    else
        QWidget::keyPressEvent(event);
}

void paintSpanBar(
    QPainter& painter, const QRectF& box, const TextFigure::Span& span, const Theme& theme, bool lit)
{
    const double width = lit || span.current ? 6 : 4;
    QRectF bar(box.left() + (spanBarRoom - width) / 2, box.top() + 1.5, width, box.height() - 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(span.role));
    painter.drawRoundedRect(bar, 2, 2);
}

} // namespace tangent
