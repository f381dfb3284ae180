// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/drawing.h"

#include "app/lab/class_column.h"
#include "app/lab/data/patch.h"
#include "widgets/scene/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tangent::Drawing)
};

/// A number with more different values than this is no class.
constexpr int mostClasses = 10;
/// The sheet reaches so far from the middle. Generated shapes lie on it as they are.
constexpr double sheetWidth = 8;
constexpr double sheetHeight = 5;

QString refusalOf(const Settled& state, const Drawing& drawing, const QStringList& used)
{
    if (drawing.x == drawing.y || !state.table->find(drawing.x) || !state.table->find(drawing.y))
        return Text::tr("A place needs two different columns: choose two to draw rows.");
    for (const QString& column : used) {
        if (column != drawing.x && column != drawing.y)
            return Text::tr(
                "A drawn row has values in two columns, and this state uses %1: choose two columns "
                "to draw rows.")
                .arg(used.size());
    }
    const Column* label = state.table->find(drawing.label);
    if (label && drawing.classes.size() > mostClasses)
        return label->isNumeric()
            ? Text::tr(
                "%1 holds measurements, not classes: choose a label with at most %2 values to draw rows.")
                  .arg(drawing.label)
                  .arg(mostClasses)
            : Text::tr("%1 has more than %2 classes: choose another label to draw rows.")
                  .arg(drawing.label)
                  .arg(mostClasses);
    return {};
}

QString remarkOn(const Settled& state, const Drawing& drawing)
{
    if (drawing.room <= 0)
        return Text::tr("The table is full: %1 rows have been drawn in it, and it takes no more.")
            .arg(shownCount(mostAddedRows));
    if (state.isSampled())
        return Text::tr("The lab works on a sample of %1 of the %2 rows; drawn rows that are not among them "
                        "are in the table and not in the picture. All rows, under Data, shows them.")
            .arg(shownCount(state.table->rowCount()), shownCount(state.whole->rowCount()));
    return {};
}

Axis axisOver(const Settled& state, const QString& name, Qt::Orientation orientation)
{
    double low = INFINITY;
    double high = -INFINITY;
    for (const TablePointer& table : {state.source, state.table}) {
        const Column* column = table ? table->find(name) : nullptr;
        for (size_t i = 0; column && i < column->numbers.size(); ++i) {
            if (!std::isfinite(column->numbers[i]))
                continue;
            low = std::min(low, column->numbers[i]);
            high = std::max(high, column->numbers[i]);
        }
    }
    const double margin = high > low ? 0.09 * (high - low) : 1;
    Axis axis;
    axis.label = name;
    axis.minimum = std::isfinite(low) ? low - margin : 0;
    axis.maximum = std::isfinite(high) ? high + margin : 0;
    widenToSheet(state, orientation, &axis.minimum, &axis.maximum);
    return axis;
}

Points rowsIn(const Table& table, const Drawing& drawing)
{
    const Column& x = *table.find(drawing.x);
    const Column& y = *table.find(drawing.y);
    const Column* label = table.find(drawing.label);
    const Column classes = label ? asClasses(*label) : Column();
    Points rows;
    rows.areRows = true;
    rows.role = Role::Muted;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (x.isMissing(row) || y.isMissing(row))
            continue;
        rows.x.push_back(x.numbers[size_t(row)]);
        rows.y.push_back(y.numbers[size_t(row)]);
        rows.rowIds.push_back(table.rowIds[size_t(row)]);
        if (label)
            rows.classes.push_back(quint8(std::max(0, classes.codes[size_t(row)])));
    }
    return rows;
}

Plot sheetOf(const Settled& state, const Drawing& drawing)
{
    Plot plot;
    plot.x = axisOver(state, drawing.x, Qt::Horizontal);
    plot.y = axisOver(state, drawing.y, Qt::Vertical);
    plot.equalAspect = state.table->name == drawnTable;
    Points rows = rowsIn(*state.table, drawing);
    if (rows.x.empty())
        plot.layers.emplace_back(
            Words{(plot.x.minimum + plot.x.maximum) / 2, (plot.y.minimum + plot.y.maximum) / 2,
                Text::tr("Nothing is drawn yet: press Draw and paint here."), Role::Muted, Qt::AlignCenter,
                false});
    plot.layers.emplace_back(std::move(rows));
    plot.drawing = drawing;
    return plot;
}

} // namespace

Drawing drawingOn(
    const Settled& state, const QString& x, const QString& y, const QStringList& used, const QString& label)
{
    Drawing drawing;
    const Table& table = *state.table;
    drawing.table = table.name;
    for (const Column& column : table.columns)
        drawing.columns << column.name;
    drawing.x = x;
    drawing.y = y;
    if (const Column* found = table.find(label)) {
        drawing.label = label;
        drawing.classes = classNames(*found, mostClasses);
        drawing.takesNumbersOnly = found->isNumeric();
    }
    for (const TablePointer& one : {state.source, state.whole}) {
        if (one)
            drawing.lastId = std::max(drawing.lastId, one->lastId());
    }
    drawing.patch = text(state.values.value(QStringLiteral("patch")));
    if (state.source)
        drawing.room = int(mostAddedRows) - std::max(0, drawing.lastId - state.source->lastId());
    drawing.refusal = refusalOf(state, drawing, used);
    drawing.remark = remarkOn(state, drawing);
    return drawing;
}

QString refusalWhileStandardised()
{
    return Text::tr("The axes are standardised: switch Standardise off to draw rows.");
}

void widenToSheet(const Settled& state, Qt::Orientation orientation, double* low, double* high)
{
    if (!state.table || state.table->name != drawnTable)
        return;
    const double reach = orientation == Qt::Horizontal ? sheetWidth : sheetHeight;
    *low = std::min(*low, -reach);
    *high = std::max(*high, reach);
}

Intent classRenamed(const Settled& state, const QString& column, const QString& word, const QString& name)
{
    Patch changes;
    const Column* label = state.whole ? state.whole->find(column) : nullptr;
    for (int row = 0; label && row < state.whole->rowCount(); ++row) {
        if (label->text(row) == word)
            changes.changed[state.whole->rowIds[size_t(row)]][column] = name;
    }
    const QString patch = text(state.values.value(QStringLiteral("patch")));
    const QString items = toString(changes);
    Intent intent;
    if (!items.isEmpty())
        intent.values.insert(
            QStringLiteral("patch"), patch.isEmpty() ? items : patch + QLatin1Char(';') + items);
    return intent;
}

void offerSheet(const Settled& state, const Drawing& drawing, const char* figure, Scene* scene)
{
    const auto found = std::find_if(scene->figures.begin(), scene->figures.end(),
        [&](const Figure& one) { return one.key == QLatin1String(figure); });
    if (!state.table || !drawing.refusal.isEmpty() || found == scene->figures.end())
        return;
    found->content = sheetOf(state, drawing);
    if (state.table->name != drawnTable)
        return;
    scene->diagnostics.clear();
    scene->narration = state.table->rowCount() == 0
        ? Text::tr(
            "**An empty sheet**: press Draw and paint; the lab works on what you draw while you draw it.")
        : Text::tr("**A beginning**: draw some more rows, and the lab has something to work on.");
}

} // namespace tangent
