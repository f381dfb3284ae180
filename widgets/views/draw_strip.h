// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/plot_view.h"

#include <QLabel>

#include <functional>

namespace tangent {

class ClassChip;
class NameEdit;
class PenSign;
class PlainButton;
class SegmentedControl;
class SlimSlider;

/// A shape that can be drawn at once, made when it is wanted.
struct ShapeOffer {
    QString title;
    std::function<DrawnShape()> make;
};

/// The tools of a plot that is drawn in, in one row: pens, classes, the size of the ring, how dense the brush
/// is, and shapes. Where the row is narrow the pens are signs, the classes marks, and the rest is behind
/// three dots. Under it stands what the drawing has to say. It shows what the plot says and writes to it
/// alone.
class DrawStrip : public QWidget {
    Q_OBJECT

public:
    DrawStrip(PlotView& plot, QWidget* parent);

    void setTheme(const Theme& theme);
    void setShapes(const std::vector<ShapeOffer>& shapes) { shapes_ = shapes; }
    /// The room it takes in rows of this width.
    int heightFor(int width);
    /// Its controls in their order.
    std::vector<QWidget*> controls() const;

signals:
    void emptySheetWanted();
    /// It needs another height now.
    void roomChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void follow();
    void rebuildChips(const QStringList& classes);
    int rowHeight() const;
    void setRemark(const QString& sentence);
    void layOut();
    int place(const std::vector<QWidget*>& row, bool applies);
    void nameClass(int index);
    void takeName(const QString& name);
    void openShapes();
    void openMore();
    class QMenu* newMenu();
    void addShapes(QMenu* menu);

    PlotView& plot_;
    SegmentedControl* tools_;
    std::vector<ClassChip*> chips_;
    PlainButton* oneMore_;
    PenSign* sizeSign_;
    SlimSlider* size_;
    PenSign* densitySign_;
    SlimSlider* density_;
    PlainButton* shapesButton_;
    PlainButton* more_;
    NameEdit* name_;
    int named_ = -1; ///< the class that gets a name
    QLabel* remark_;
    std::vector<ShapeOffer> shapes_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
