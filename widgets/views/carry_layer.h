// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/views/theme.h"

#include <QWidget>

#include <functional>

namespace tangent {

/// Lies over all figures while a mark is carried from one to a place in another: lights the places up,
/// writes the mark's name beside the pointer, and takes mouse and Escape until it is put down.
class CarryLayer : public QWidget {
    Q_OBJECT

public:
    /// Answers where a place is seen now, in this layer's coordinates; it may be in several figures.
    using PlacesOf = std::function<std::vector<QRectF>(const QString& id)>;

    CarryLayer(PlacesOf placesOf, QWidget* parent);
    ~CarryLayer() override;

    void setTheme(const Theme& theme);
    /// The mark has left its place; the left button is held.
    void begin(const std::vector<Drop>& drops, const QString& name, QPoint global);
    bool isCarrying() const { return !drops_.empty(); }

signals:
    void intent(const tangent::Intent& wanted);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Drop* under(QPointF place) const;
    void moveTo(QPoint global);
    void end();

    PlacesOf placesOf_;
    std::vector<Drop> drops_;
    QString name_;
    QPointF at_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
