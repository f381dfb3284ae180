// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_view.h"

#include "app/lab/data/retype.h"
#include "widgets/views/theme.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <set>

namespace tangent {

namespace {

constexpr int lineHeight = 24;
constexpr int narrowest = 84;
constexpr int widest = 260;
constexpr int rowsMeasured = 60; // column widths come from the first rows: all of them would take seconds

} // namespace

DataView::DataView(QWidget* parent)
    : QTableView(parent)
{
    setModel(&model_);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFont(uiFont(13));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &DataView::sortBy);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        openMenu(horizontalHeader()->logicalIndexAt(at), horizontalHeader()->mapToGlobal(at));
    });
}

void DataView::showTable(const TablePointer& table, const Roles& roles)
{
    const bool other = !model_.table() || !table || model_.table()->name != table->name
        || model_.table()->columns.size() != table->columns.size();
    model_.setTable(table, roles);
    if (!other || !table)
        return;
    const QFontMetrics cells(font());
    const QFontMetrics heads(horizontalHeader()->font());
    for (int column = 0; column < model_.columnCount(); ++column) {
        int width = narrowest;
        const QStringList head =
            model_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().split(QLatin1Char('\n'));
        for (const QString& line : head)
            width = std::max(width, heads.horizontalAdvance(line) + 24);
        for (int row = 0; row < std::min(rowsMeasured, model_.rowCount()); ++row)
            width = std::max(
                width, cells.horizontalAdvance(model_.index(row, column).data().toString().left(60)) + 18);
        setColumnWidth(column, std::min(width, widest));
    }
}

/// First upwards, then downwards, then as the table has the rows.
void DataView::sortBy(int column)
{
    if (!model_.table() || column < 0)
        return;
    const QString name = model_.table()->columns[size_t(column)].name;
    const RowOrder now = model_.order();
    model_.setOrder(now.column != name ? RowOrder{name, false}
            : !now.descending          ? RowOrder{name, true}
                                       : RowOrder());
}

QMenu* DataView::columnMenu(int index)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    const Column& column = model_.table()->columns[size_t(index)];
    auto* types = new QActionGroup(menu);
    using Type = Column::Type;
    for (const auto& [type, text] : {std::pair(Type::Number, tr("Numbers")),
             {Type::Category, tr("Categories")}, {Type::Date, tr("Dates")}, {Type::Text, tr("Text")},
             {Type::Missing, tr("Missing: its values are left out")}}) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(model_.shownType(index) == type);
        action->setObjectName(typeToken(type));
        types->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, name = column.name, type = type] { emit typeChosen(name, type); });
    }
    menu->addSeparator();
    const auto sorted = [&](const QString& text, const RowOrder& order) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, order] { model_.setOrder(order); });
    };
    sorted(tr("Sort upwards"), {column.name, false});
    sorted(tr("Sort downwards"), {column.name, true});
    sorted(tr("As the table has them"), {});
    return menu;
}

void DataView::openMenu(int column, const QPoint& at)
{
    if (model_.table() && column >= 0)
        columnMenu(column)->popup(at);
}

std::vector<int> DataView::selectedRowIds() const
{
    std::set<int> ids;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.insert(model_.rowId(row));
    }
    return {ids.begin(), ids.end()};
}

void DataView::keyPressEvent(QKeyEvent* event)
{
    const int column = currentIndex().column();
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier && column >= 0) {
        const QPoint under(columnViewportPosition(column), horizontalHeader()->height());
        openMenu(column, horizontalHeader()->mapToGlobal(under));
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace tangent
