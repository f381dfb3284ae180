// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_arrangement.h"
#include "widgets/views/figure_view.h"

namespace tangent {

class CarryLayer;
class DrawTools;
class PlainButton;
struct ShapeOffer;

/// Shows all figures of a scene, each with its title line. Views are kept from scene to scene by the
/// figure's key, so that a hand keeps what it holds. What does not fit becomes tabs, on one line;
/// tabs that find no room there are listed behind its end.
class FigureLayout : public QWidget {
    Q_OBJECT

public:
    explicit FigureLayout(QWidget* parent = nullptr);
    ~FigureLayout() override;

    void showScene(const Scene& scene);
    void followValues(const Values& values);
    void setParameters(const Parameters& parameters);
    void setTheme(const Theme& theme);
    /// Marks rows in every figure.
    void markRows(const std::vector<int>& rowIds);
    /// Brings a figure to the front of its tabs.
    void showFigure(const QString& key);
    /// Where handles, cells and nodes lie that write one of these keys, in every figure that is seen.
    std::vector<QRectF> placesWriting(const QSet<QString>& keys) const;
    /// The view of a figure; null when the scene has none of that key.
    FigureView* view(const QString& key) const;
    /// What is offered to be drawn at once, in figures that can be drawn in.
    void setShapes(std::vector<ShapeOffer> shapes);
    /// Begins or ends drawing in the figure that has the keyboard, or in the first that can be drawn in.
    /// False when there is none.
    bool toggleDrawing();
    bool startDrawing();
    /// A stroke is under way in one of the figures.
    bool isInHand() const;
    QSize minimumSizeHint() const override;

signals:
    void intent(const tangent::Intent& wanted);
    /// A hand wants a table without rows to draw on.
    void emptySheetWanted();
    /// A hand gives the rows with this word in this column of the table another one.
    void classRenamed(const QString& column, const QString& word, const QString& name);
    void rowsHovered(const std::vector<int>& rowIds);
    /// A hand brought this figure to the front of its tabs.
    void tabChosen(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A figure without its content, and its view.
    struct Entry {
        Figure frame;
        size_t kind = 0;
        FigureView* view = nullptr;
        PlainButton* tab = nullptr;
        DrawTools* tools = nullptr; ///< of a plot
    };

    Entry makeEntry(const Figure& figure);
    void arrange();
    void arrangeOnce();
    void orderFocus();
    void placeView(const Entry& entry, const QRectF& group, bool isShown);
    class PlotView* drawable() const;
    void arrangeTabs(const FigureArrangement::Group& group);
    void chooseTab(const QString& key);
    std::vector<size_t> tabsThatFit(const FigureArrangement::Group& group, double width) const;
    void openMoreTabs();
    size_t frontOf(const FigureArrangement::Group& group) const;

    std::vector<QRectF> placesOf(const QString& id) const;

    std::vector<Entry> entries_;
    CarryLayer* carrying_;
    PlainButton* moreTabs_; ///< opens the list of figures whose tabs find no room on their line
    std::vector<size_t> listedTabs_;
    FigureArrangement arrangement_;
    std::vector<std::pair<QRectF, Figure>> titles_; ///< as they were arranged last
    bool isArranging_ = false;
    bool arrangesAgain_ = false;
    bool arrangesLater_ = false; ///< when the hand lets go of the plot that it draws in
    QStringList front_;          ///< keys that were brought to the front, the last one first
    Values values_;
    Parameters parameters_;
    std::vector<ShapeOffer> shapes_;
    const Theme* theme_ = &Theme::light();
};

/// Draws all figures of a scene with their titles, as the layout would: pictures without a window, SVG,
/// PDF. Nothing hides behind a tab.
void paintScene(
    QPainter& painter, const QRectF& box, const Scene& scene, const Values& values, const Theme& theme);

} // namespace tangent
