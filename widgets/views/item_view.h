// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/parameter.h"
#include "widgets/views/figure_view.h"
#include "widgets/views/item_actions.h"
#include "widgets/views/number_limits.h"

namespace tangent {

class ItemEditing;
class SlimScrollBar;
class TextTyping;

/// What the pointer and the keyboard are on, for the drawing functions; -1: nothing.
struct ItemEmphasis {
    int hovered = -1;
    int focused = -1;
};

/// A figure made of items that can be pointed at, clicked, walked with the arrow keys and, where they
/// are numbers, typed or dragged: cells, lines, nodes, pictures. The subclasses say where items lie and
/// draw them; all that hands, keys and screen readers do is here.
class ItemView : public FigureView {
    Q_OBJECT

public:
    explicit ItemView(QWidget* parent = nullptr);
    ~ItemView() override;

    virtual int itemCount() const = 0;
    /// In widget coordinates, as scrolled now.
    virtual QRectF itemBox(int item) const = 0;
    /// What a screen reader calls it, and its value.
    virtual QString itemName(int item) const = 0;
    virtual QString itemText(int item) const = 0;
    virtual Target itemTarget(int item) const = 0;

    /// The number of an editable item as it stands now.
    double itemNumber(int item) const;
    NumberLimits itemLimits(int item) const;
    void writeItem(int item, double value, Intent::Phase phase = Intent::Phase::Whole);
    /// What a click or Return does: writes a value, or opens the editor of a number.
    void activate(int item);
    int focusItem() const { return focusItem_; }
    void setFocusItem(int item);
    virtual int itemAt(QPointF place) const;

    bool isNumberItem(int item) const;
    /// Words that can be typed in place: a text parameter or a cell of text; an empty key: none.
    virtual Target itemTyped(int item) const;
    bool isTypedItem(int item) const;
    /// Where they are typed.
    virtual QRectF typingBox(int item) const { return itemBox(item); }
    void typeItem(int item);
    /// Where the item can be carried to.
    virtual std::vector<Drop> itemDrops(int) const { return {}; }
    /// What its menu offers, and its accessible object.
    virtual std::vector<ItemAction> itemActions(int item) const;
    void openActions(int item);
    std::vector<QRectF> placesWriting(const QSet<QString>& keys) const override;

protected:
    /// The part of the widget in which content scrolls, and the size of that content.
    struct Extent {
        QRectF window;
        QSizeF content;
    };
    virtual Extent layOut(const QRectF& box) = 0;
    virtual void scrolled(QPointF offset) = 0;
    virtual void paintItems(QPainter& painter, const ItemEmphasis& emphasis) = 0;
    /// The item `right` and `down` of this one; itself at the border.
    virtual int neighbour(int item, int right, int down) const = 0;
    virtual std::vector<int> itemRows(int item) const = 0;
    virtual Target itemHover(int) const { return {}; }
    /// Clicking it again takes the value back to its default.
    virtual bool itemPinned(int) const { return false; }
    /// What is written beside the pointer while the item is carried.
    virtual QString carriedName(int item) const { return itemName(item); }
    /// Where the keyboard starts.
    virtual int firstItem() const { return 0; }

    const QRectF& window() const { return extent_.window; }
    void figureChanged() override;
    void themeChanged() override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void relayout();
    void placeScrollBars();
    void applyScroll();
    void pointAt(int item);
    void followHover(const Target& hover);
    bool changeByKey(QKeyEvent* event, int item);
    bool walkByKey(QKeyEvent* event);
    void makeVisible(int item);

    bool startCarrying(const QMouseEvent& event);

    std::unique_ptr<ItemEditing> editing_;
    std::unique_ptr<TextTyping> typing_;
    SlimScrollBar* horizontal_ = nullptr;
    SlimScrollBar* vertical_ = nullptr;
    Extent extent_;
    int focusItem_ = -1;
    int pointed_ = -1;
    int pressed_ = -1;
    QPointF pressedAt_;
    bool showsFocus_ = false;
    std::vector<int> pointedRows_;
    QString hoverKey_;
    Value hoverValue_;
    Values grabbed_; ///< what the gesture wrote beside its target
};

} // namespace tangent
