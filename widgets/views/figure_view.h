// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"
#include "widgets/scene/parameter.h"
#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QSet>
#include <QWidget>

#include <memory>

namespace tangent {

/// Shows one figure of a scene and turns hands into intents. Views know no topic: all they need is in
/// the figure, its handles and the current values.
class FigureView : public QWidget {
    Q_OBJECT

public:
    explicit FigureView(QWidget* parent = nullptr);

    /// A new scene: the figure and the handles that belong to it.
    void showFigure(const Figure& figure, const std::vector<Handle>& handles);
    /// The current values, possibly newer than the figure: handles stand where these say.
    void followValues(const Values& values);
    /// Rows that the pointer or a selection marks, in whichever view it is.
    void markRows(const std::vector<int>& rowIds);
    /// The declarations that hold now: ranges of what handles and cells write.
    void setParameters(const Parameters& parameters);
    void setTheme(const Theme& theme);

    /// Where handles, cells and nodes lie that write one of these keys, in this widget's pixels.
    virtual std::vector<QRectF> placesWriting(const QSet<QString>& keys) const;

    const Figure& figure() const { return figure_; }
    const std::vector<Handle>& handles() const { return handles_; }
    const Values& values() const { return values_; }
    const Parameters& parameters() const { return parameters_; }
    const Theme& theme() const { return *theme_; }
    const QSet<int>& markedRows() const { return marked_; }

    /// Where a carried mark can be put down, as it is seen now, in widget coordinates; empty: not here.
    virtual QRectF dropBox(const QString&) const { return {}; }

    /// The view that can show this kind of content.
    static std::unique_ptr<FigureView> make(const FigureContent& content, QWidget* parent = nullptr);

signals:
    void intent(const tangent::Intent& wanted);
    /// Rows under the pointer; empty when it left them.
    void rowsHovered(const std::vector<int>& rowIds);
    /// A hand took a mark with it: whoever knows all figures carries it on from there.
    void carryWanted(const std::vector<tangent::Drop>& drops, const QString& name, QPoint global);

protected:
    virtual void figureChanged() { }
    /// A new scene shows the very same figure and handles: what is painted stands.
    virtual void figureRepeated() { }
    virtual void valuesChanged() { update(); }
    virtual void marksChanged() { update(); }
    virtual void themeChanged() { update(); }

private:
    Figure figure_;
    std::vector<Handle> handles_;
    Values values_;
    Parameters parameters_;
    QSet<int> marked_;
    const Theme* theme_ = &Theme::light();
};

/// Draws a figure once, as vectors where the painter can: pictures without a window, SVG, PDF. The
/// same drawing code serves the views. The title is not drawn.
void paintFigure(QPainter& painter, const QRectF& box, const Figure& figure,
    const std::vector<Handle>& handles, const Values& values, const Theme& theme);

/// Where a handle stands for these values: from its targets when the values hold them, else Handle::at.
QPointF handlePosition(const Handle& handle, const Values& values);

/// The intent that moves a handle to a place in axis units, within the ranges of its parameters.
Intent moveHandle(const Handle& handle, QPointF place, const Values& values, const Parameters& parameters,
    Intent::Phase phase);

} // namespace tangent
