// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/views/plot_mapping.h"

#include <QSet>

namespace tangent {

/// What a hand draws with.
struct Pen {
    enum class Tool : quint8 {
        Move,    ///< takes a row to another place
        Brush,   ///< scatters rows under its ring
        Point,   ///< puts one row down
        Erase,   ///< takes the rows under its ring away
        Relabel, ///< gives the rows under its ring its class
    };
    Tool tool = Tool::Brush;
    QString word;       ///< its class; empty: none
    quint8 colour = 0;  ///< of the class in this picture
    double radius = 26; ///< of the ring, in logical pixels
    int density = 3;    ///< rows that the brush leaves with every touch

    bool hasRing() const { return tool != Tool::Move && tool != Tool::Point; }
    bool operator==(const Pen&) const = default;
};

/// A row as a hand has just left it, shown until a scene shows it.
struct FreshMark {
    enum class Change : quint8 { Added, Changed, Gone };
    Change change = Change::Added;
    int rowId = 0;
    QPointF at;      ///< in axis units
    int colour = -1; ///< of its class; -1: none
};

/// One stroke of a pen over a plot, from the press to the release: a gesture of intents on the table's patch.
/// Where the brush scatters its rows follows from their ids alone, so that the same strokes leave the same
/// rows.
class DrawStroke {
public:
    bool isActive() const { return active_; }

    /// Begins and touches the plane. `drawing` and `rows` are those of the scene shown.
    std::optional<Intent> press(
        const Pen& pen, QPointF pixel, const Plot& plot, const PlotMapping& mapping, const Values& values);
    /// Draws on from the last place; nothing where this changes nothing.
    std::optional<Intent> move(
        QPointF pixel, const Plot& plot, const PlotMapping& mapping, const Values& values);
    /// The hand holds the pen still for a moment: the brush goes on leaving rows where it is.
    std::optional<Intent> dwell(const Plot& plot, const PlotMapping& mapping, const Values& values);
    /// Nothing where the stroke has changed nothing.
    std::optional<Intent> release();
    /// Takes the stroke back.
    std::optional<Intent> cancel();

    /// The row that the pen moves; 0: none.
    int heldRow() const { return active_ ? held_ : 0; }
    const std::vector<FreshMark>& fresh() const { return fresh_; }
    /// A newer scene: what it shows is no longer fresh.
    void show(const Plot& plot);
    /// Another hand has changed the table.
    void forget() { fresh_.clear(); }

private:
    std::optional<Intent> sent(const QStringList& items, const Values& values);
    void scatter(QPointF pixel, const Drawing& drawing, const PlotMapping& mapping, QStringList* items);
    void putRow(QPointF pixel, const Drawing& drawing, const PlotMapping& mapping, QStringList* items);
    void sweep(QPointF from, QPointF to, const Plot& plot, const PlotMapping& mapping, QStringList* items);
    void carry(QPointF pixel, const Plot& plot, const PlotMapping& mapping, QStringList* items);
    int nextId(const Drawing& drawing) const;

    Pen pen_;
    bool active_ = false;
    bool begun_ = false;
    QPointF last_;      ///< where the pointer was, in pixels
    double walked_ = 0; ///< pixels since the brush last touched the plane
    int held_ = 0;
    QPointF offset_; ///< from the pointer to the row held
    QSet<int> touched_;
    QString original_;
    std::vector<FreshMark> fresh_;
};

/// The row whose mark is nearest to a pixel, at most `reach` away; 0: none. `at` becomes its place in pixels.
int rowNear(const Plot& plot, const PlotMapping& mapping, QPointF pixel, double reach, QPointF* at);

/// A name for one class more, which sorts behind the others: the next letter or number, or the last name
/// with a number behind it.
QString nextClass(const QStringList& classes);

} // namespace tangent
