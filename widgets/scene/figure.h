// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/layer.h"
#include "widgets/scene/value.h"

#include <memory>
#include <optional>

namespace tangent {

/// What an editable mark writes: a parameter, or one cell of a rows parameter, or (key "patch") one
/// cell of the table. A set or choice can be written whole with `value`.
struct Target {
    QString key;        ///< empty: nothing
    int row = -1;       ///< rows parameter: index; "patch": row id
    int column = -1;    ///< rows parameter: index
    QString columnName; ///< "patch": the column
    Value value;        ///< what a click writes, for marks that are not numbers to drag
    bool operator==(const Target&) const = default;
};

struct Axis {
    enum class Scale : quint8 { Linear, Log, Category, Time }; ///< Time: milliseconds since 1970, UTC
    QString label;
    QString unit;
    double minimum = 0;
    double maximum = 1;
    Scale scale = Scale::Linear;
    QStringList categories; ///< Category: names at 0, 1, 2, …
    bool hidden = false;    ///< no ticks, no labels, no grid
    bool reversed = false;
    bool operator==(const Axis&) const = default;
};

struct Plot {
    Axis x;
    Axis y;
    std::optional<Axis> secondY;
    bool equalAspect = false; ///< one unit is as long on both axes
    bool zoomable = true;
    QString linkedX; ///< plots of one name share their zoom in x
    std::vector<Layer> layers;
    bool operator==(const Plot&) const = default;
};

/// A table of numbers as coloured cells: confusion matrices, document-term matrices, loadings.
struct Matrix {
    struct Item {
        double value = 0;       ///< the colour, from `low` to `high`
        QString text;           ///< what is written
        bool undefined = false; ///< hatched: there is no value here
        bool glowing = false;   ///< the cell that the story is about
        bool pinned = false;
        std::vector<int> rowIds; ///< rows of the data behind this cell: marked while it is hovered
        Target target;           ///< number to drag or type; empty: not editable
        Target hover;            ///< transient parameter that follows the pointer
        bool operator==(const Item&) const = default;
    };
    QString rowTitle;
    QString columnTitle;
    QStringList rowNames;
    QStringList columnNames;
    std::vector<Item> items; ///< row by row
    ColourMap map = ColourMap::Sequential;
    double low = 0;
    double high = 1;
    bool diagonalIsGood = false; ///< the diagonal in the good colour, the rest in the bad one
    bool operator==(const Matrix&) const = default;
};

/// Nodes and edges, placed in a unit square (y downwards).
struct Diagram {
    struct Node {
        QString id;
        QPointF at;
        QStringList lines;          ///< what is written, first line strong
        std::vector<double> shares; ///< a bar of class shares, adding up to 1; may be empty
        bool current = false;
        bool open = false; ///< drawn dashed: could be split further
        std::vector<int> rowIds;
        Target target;
        bool operator==(const Node&) const = default;
    };
    struct Edge {
        QString from;
        QString to;
        QString label;
        bool operator==(const Edge&) const = default;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    bool operator==(const Diagram&) const = default;
};

/// Rows of words and numbers.
struct TableFigure {
    struct Item {
        QString text;
        double bar = -1; ///< 0…1: a bar behind the text; negative: none
        Role role = Role::Ink;
        bool strong = false;
        Target target;
        bool operator==(const Item&) const = default;
    };
    struct Line {
        std::vector<Item> items;
        bool current = false;
        std::vector<int> rowIds;
        Target target; ///< a click on the line
        bool operator==(const Line&) const = default;
    };
    QStringList columns;
    std::vector<bool> rightAligned; ///< one for each column, or empty
    std::vector<Line> lines;
    bool operator==(const TableFigure&) const = default;
};

/// Small pictures side by side, each with a caption.
struct Gallery {
    struct Item {
        Field picture;
        QString caption;
        Role captionRole = Role::Ink;
        int rowId = -1;
        bool current = false;
        Target target;
        bool operator==(const Item&) const = default;
    };
    std::vector<Item> items;
    QString empty; ///< what stands there when there are none
    bool operator==(const Gallery&) const = default;
};

using FigureContent = std::variant<Plot, Matrix, Diagram, TableFigure, Gallery>;

/// One figure with its place in the layout; the frame arranges figures.
struct Figure {
    enum class Place : quint8 { Main, Side, Strip };
    QString key;
    QString title;
    QString hint; ///< after the title, muted: "drag a centre"
    Place place = Place::Main;
    double weight = 1; ///< share of the room beside its neighbours
    int minimumHeight = 140;
    FigureContent content;
    bool operator==(const Figure&) const = default;
};

} // namespace tangent
