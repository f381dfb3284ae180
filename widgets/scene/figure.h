// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/drawing.h"
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
    /// Written in the same step, before the target: what else a click sets, or how a rows parameter
    /// should stand when a hand first touches this mark (the row that its edit appends).
    Values also;
    /// What stands there while the state does not hold the cell yet.
    std::optional<double> number;
    bool operator==(const Target&) const = default;
};

/// Where a mark that can be carried may be put down, and what that writes.
struct Drop {
    QString onto;  ///< id of a node, paragraph, block or line, in any figure of the scene
    QString label; ///< spoken and in menus: "Document 2"
    Values values;
    std::vector<CellWrite> cells; ///< after the values
    bool operator==(const Drop&) const = default;
};

/// What a double click on free ground of a plot adds: a row of a rows parameter, or of the table.
struct Adding {
    QString key;   ///< a rows parameter, or "patch"
    QString label; ///< spoken and in the menu: "Add a point of the rate curve"
    Row row;       ///< the other columns of the new row
    int x = -1;    ///< the columns that take the place; -1: none
    int y = -1;
    bool sorted = false; ///< the rows stay in the order of column `x`
    bool operator==(const Adding&) const = default;
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
    bool bounded = false; ///< nothing lies beyond its ends: an equal aspect takes room, not a longer axis
    bool operator==(const Axis&) const = default;
};

struct Plot {
    Axis x;
    Axis y;
    std::optional<Axis> secondY;
    bool equalAspect = false; ///< one unit is as long on both axes
    bool zoomable = true;
    QString linkedX; ///< plots of one name share their zoom in x
    std::optional<Adding> adding;
    std::optional<Drawing> drawing;
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
        bool open = false;            ///< drawn dashed: could be split further
        std::optional<Role> role;     ///< outline and first line; absent: the frame's own
        std::optional<Field> picture; ///< drawn in the node, under its first line
        std::vector<int> rowIds;
        Target target;           ///< a click, or a number to drag or type
        std::vector<Drop> drops; ///< where the node can be carried to
        QString name;            ///< spoken, where the first line says too little; empty: that line
        bool operator==(const Node&) const = default;
    };
    struct Edge {
        QString from;
        QString to;
        QString label;    ///< written on the middle of the line
        QString name;     ///< spoken, and shown while the pointer is on it: "weight from x to unit 2"
        double width = 0; ///< logical pixels; 0: the frame's own
        std::optional<Role> role;
        bool dashed = false;
        Target target; ///< a number to drag or type
        bool operator==(const Edge&) const = default;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    bool sideways = false; ///< edges leave to the right and arrive from the left
    bool arrows = false;   ///< edges end in heads
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
        QString id; ///< where marks can be put down; empty: nowhere
        std::vector<Item> items;
        bool current = false;
        std::vector<int> rowIds;
        Target target;           ///< a click on the line
        std::vector<Drop> drops; ///< where the line can be carried to
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

/// Paragraphs of words that carry marks: documents with their tokens. Paragraphs flow and scroll.
struct WordsFigure {
    struct Run {
        QString text;
        Role role = Role::Ink;
        bool strong = false;
        bool struck = false;     ///< struck out: it does not count
        double shade = -1;       ///< 0…1: how deep the colour behind it is; negative: none
        QString note;            ///< small, behind the word: what became of it
        QString name;            ///< shown while the pointer is on it, and spoken
        Target target;           ///< a click
        Target hover;            ///< transient parameter that follows the pointer
        std::vector<Drop> drops; ///< where the word can be carried to
        bool operator==(const Run&) const = default;
    };
    struct Paragraph {
        QString id;      ///< where marks can be put down; empty: nowhere
        QString title;   ///< short, before the words, strong
        QString value;   ///< at the end of the title's line: "0.34"
        double bar = -1; ///< 0…1: a bar behind the title's line; negative: none
        std::vector<Run> runs;
        bool current = false;
        std::vector<int> rowIds;
        Target text;   ///< the words as one text, typed in place; empty: not editable
        Target target; ///< a click on the title
        bool operator==(const Paragraph&) const = default;
    };
    std::vector<Paragraph> paragraphs;
    std::optional<Adding> adding; ///< a button under the last paragraph: one more
    bool removable = false;       ///< each paragraph with a text can be taken out
    bool operator==(const WordsFigure&) const = default;
};

/// Longer texts that are edited in place, in a fixed-width font: policies, code.
struct TextFigure {
    /// Lines that belong together and can be carried: a statement of a policy.
    struct Span {
        int firstLine = 1;
        int lastLine = 1;
        Role role = Role::Muted; ///< of the mark beside the lines
        QString label;           ///< shown while the pointer is on it, and spoken
        bool current = false;    ///< lit: the story is about these lines
        std::vector<Drop> drops;
        bool operator==(const Span&) const = default;
    };
    struct Problem {
        int line = 1;
        int column = -1;
        QString sentence;
        bool operator==(const Problem&) const = default;
    };
    struct Block {
        QString id; ///< where spans can be put down; empty: nowhere
        QString title;
        QString caption; ///< behind the title: what this text says about the question
        Role captionRole = Role::Muted;
        Target target; ///< a text parameter
        QString text;  ///< as this scene was computed for; the spans count its lines
        QString language;
        QString placeholder; ///< what stands there while it is empty
        std::vector<Span> spans;
        std::vector<Problem> problems;
        bool operator==(const Block&) const = default;
    };
    std::vector<Block> blocks;
    bool operator==(const TextFigure&) const = default;
};

using FigureContent = std::variant<Plot, Matrix, Diagram, TableFigure, Gallery, WordsFigure, TextFigure>;

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
    double sideShare = 0; ///< Side: how much of the width the side takes, below 1; 0: the frame's own
    bool operator==(const Figure&) const = default;
};

} // namespace tangent
