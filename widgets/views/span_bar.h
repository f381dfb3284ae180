// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/views/item_actions.h"
#include "widgets/views/theme.h"

#include <QWidget>

namespace tangent {

/// The bar beside lines of a text that belong together: says what they are, and can be carried.
class SpanBar : public QWidget {
    Q_OBJECT

public:
    explicit SpanBar(QWidget* parent);

    void setSpan(const TextFigure::Span& span);
    const TextFigure::Span& span() const { return span_; }
    void setTheme(const Theme& theme);
    std::vector<ItemAction> actions() const { return dropActions(span_.drops); }
    void openActions();

signals:
    void intent(const tangent::Intent& wanted);
    void carryWanted(const std::vector<tangent::Drop>& drops, const QString& name, QPoint global);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    TextFigure::Span span_;
    QPointF pressedAt_;
    bool pressed_ = false;
    const Theme* theme_ = &Theme::light();
};

/// Draws a bar: also in pictures.
void paintSpanBar(
    QPainter& painter, const QRectF& box, const TextFigure::Span& span, const Theme& theme, bool lit);

} // namespace tangent
