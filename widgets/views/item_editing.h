// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/views/number_limits.h"

#include <QObject>
#include <QPointF>

namespace tangent {

class ItemView;
class NumberField;
struct Theme;

/// Types and drags the numbers of an item view: cells of matrices and tables share this.
class ItemEditing : public QObject {
    Q_OBJECT

public:
    explicit ItemEditing(ItemView& view);

    /// Opens a field over the item; `typed` are the digits that opened it, empty selects the number.
    void open(int item, const QString& typed);
    bool isOpen() const;
    /// The items moved: so does the field; it closes when its item is gone.
    void follow();
    void setTheme(const Theme& theme);

    /// The hand went down on an editable item.
    void press(int item, QPointF place, quint64 milliseconds);
    /// Up and down changes the number, faster for a faster hand. True while it is a drag.
    bool move(QPointF place, quint64 milliseconds);
    /// True when the hand had been dragging.
    bool release();
    bool isDragging() const { return dragging_; }

private:
    void close();

    ItemView& view_;
    NumberField* field_ = nullptr;
    int edited_ = -1;
    int dragged_ = -1;
    bool dragging_ = false;
    QPointF from_;
    quint64 at_ = 0;
    double exact_ = 0;
    double written_ = 0;
};

} // namespace tangent
