// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"
#include "widgets/views/handle_drag.h"
#include "widgets/views/handle_values.h"
#include "widgets/views/plot_drawing.h"
#include "widgets/views/plot_hover.h"
#include "widgets/views/plot_picture.h"
#include "widgets/views/plot_zoom.h"

namespace tangent {

/// Shows a plot. Its handles are dragged, walked with Tab and moved with the arrow keys; marks tell their
/// values; Ctrl and the wheel, or two fingers, look closer.
class PlotView : public FigureView {
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);
    ~PlotView() override;

    /// Where things lie now, in this widget's pixels.
    const PlotMapping& mapping() const;
    QRectF handleRectangle(int index) const;
    std::vector<QRectF> placesWriting(const QSet<QString>& keys) const override;
    int focusedHandle() const;
    void focusHandle(int index);
    HandleRange rangeOf(int index, Coordinate coordinate) const;
    /// One complete move, as a key or a screen reader makes it.
    void setHandleValue(int index, Coordinate coordinate, double value);
    /// What a double click on free ground adds, for menus and screen readers; empty: nothing.
    QString addingLabel() const;
    /// Adds a row at a place, or in the middle of the view. False when there is nothing to add.
    bool addRowAt(QPointF pixel);
    bool addRowInTheMiddle();
    /// Takes the row of a removable handle away. False when it has to stay.
    bool removeRowOf(int index);
    bool isZoomed() const { return zoom_.isActive(); }

    /// What the plot says of drawing rows into it; null: nothing can be drawn here.
    const Drawing* drawing() const;
    /// In the mode in which hands and keys draw. The axes stand still in it.
    bool isDrawing() const { return drawn_.isOn; }
    /// A stroke is under way.
    bool isInHand() const { return drawn_.stroke.isActive(); }
    /// Stays off where nothing can be drawn.
    void setDrawing(bool on);
    const Pen& pen() const { return drawn_.pen; }
    void setTool(Pen::Tool tool);
    void setPenRadius(double radius);
    void setPenDensity(int rows);
    /// The classes to draw with: those of the table and those that were added here; two at least.
    QStringList penClasses() const;
    quint8 penColour(int index) const;
    int penClass() const;
    void setPenClass(int index);
    /// One class more, chosen at once.
    void addPenClass();
    /// Gives a class another name, with all the rows of the table that have it; false where that is none to
    /// have here: another class has it, or the column takes numbers only.
    bool renamePenClass(int index, const QString& name);
    /// Puts a whole shape into the middle of what is seen, as one step. False when nothing can be drawn.
    bool addShape(const DrawnShape& shape);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The mode, the pen or what can be drawn has changed.
    void drawingChanged();
    void strokeEnded();
    /// Rows of the table with this word in this column are to get another one.
    void classRenamed(const QString& column, const QString& word, const QString& name);
    /// The keyboard wants to name the class of the pen.
    void namingWanted();

protected:
    void figureChanged() override;
    void figureRepeated() override;
    void valuesChanged() override;
    void marksChanged() override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Axes {
        Axis x;
        Axis y;
        std::optional<Axis> secondY;
        bool equalAspect = false;
        bool operator==(const Axes&) const = default;
    };

    const Plot& plot() const;
    std::vector<QPointF> handlePlaces() const;
    Axes axes() const;
    void hover(QPointF pixel);
    void setHovered(const std::optional<HoveredMark>& mark);
    void setHoveredHandle(int index);
    void updateCursor();
    void emitAll(const std::vector<Intent>& intents);
    void endDrag();
    bool moveByKey(int index, QKeyEvent* event);
    void stepHandle(int index, Coordinate coordinate, double steps);
    void zoomAt(QPointF pixel, double factor);
    void resetZoom();
    void zoomChanged();
    void keepZoomOnlyForSameAxes();
    void focusAdded();
    void describe();
    void paintOverlay(QPainter& painter);
    bool pressPen(QPointF pixel);
    bool movePen(QPointF pixel);
    bool releasePen();
    void keepPainting();
    bool penKey(QKeyEvent* event);
    bool moveCrosshair(QKeyEvent* event);
    void touchAtCrosshair();
    void send(const std::optional<Intent>& stroke);
    void choosePen(const Pen& pen);
    void penFollowsFigure();
    void penFollowsValues();
    void forgetShownMarks();
    void paintPen(QPainter& painter);
    QString penDescription() const;

    mutable PlotPicture picture_;
    std::vector<QPointF> places_; ///< of the handles, as painted last
    HandleDrag drag_;
    PlotZoom zoom_;
    Axes zoomedAxes_;            ///< the axes for which the zoom was chosen
    std::optional<Axes> frozen_; ///< axes of the moment when a hand took a handle
    std::optional<HoveredMark> hovered_;
    int hoveredHandle_ = -1;
    QString focusedId_;
    /// A row that a hand added, in axis units, and the handles before it: its own is on its way.
    struct Added {
        QPointF at;
        std::vector<QPointF> before;
    };
    std::optional<Added> added_;
    std::optional<QPointF> panFrom_;
    PlotDrawing drawn_;
};

} // namespace tangent
