// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/data_window.h"

#include "app/data/data_view.h"
#include "app/data/role_row.h"
#include "app/lab/data/cell_value.h"
#include "app/lab/data/patch_edit.h"
#include "app/lab/data/retype.h"
#include "app/lab/link.h"
#include "widgets/scene/number_text.h"
#include "widgets/views/theme.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <cmath>

namespace tangent {

namespace {

constexpr QSize usualSize(860, 600);
constexpr int mostRowsAtOnce = 50'000;
constexpr int restMilliseconds = 300;

Intent setting(const QString& key, const Value& value)
{
    Intent intent;
    intent.values[key] = value;
    return intent;
}

QLineEdit* field(const QString& hint, QWidget* parent)
{
    auto* made = new QLineEdit(parent);
    made->setPlaceholderText(hint);
    made->setAccessibleName(hint);
    made->setClearButtonEnabled(true);
    return made;
}

} // namespace

DataWindow::DataWindow(Experiment& experiment, QWidget* parent)
    : QDialog(parent)
    , experiment_(experiment)
    , view_(new DataView(this))
    , roles_(new RoleRow(this))
    , column_(new QComboBox(this))
    , contains_(field(tr("Contains"), this))
    , least_(field(tr("From"), this))
    , greatest_(field(tr("To"), this))
    , remove_(new QPushButton(tr("Remove rows"), this))
    , status_(new QLabel(this))
    , message_(new QLabel(this))
{
    setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    setObjectName(QStringLiteral("data-window"));
    contains_->setObjectName(QStringLiteral("contains"));
    auto* add = new QPushButton(tr("Add a row"), this);
    for (QPushButton* button : {add, remove_})
        button->setAutoDefault(false);
    auto* top = new QHBoxLayout;
    top->addWidget(new QLabel(tr("Show"), this));
    top->addWidget(column_);
    top->addWidget(contains_, 1);
    top->addWidget(least_);
    top->addWidget(greatest_);
    top->addSpacing(16);
    top->addWidget(add);
    top->addWidget(remove_);
    column_->setAccessibleName(tr("Column of the filter"));
    view_->setAccessibleName(tr("The table's rows"));
    for (QLabel* label : {status_, message_}) {
        label->setWordWrap(true);
        label->setFont(uiFont(13));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(view_, 1);
    column->addWidget(roles_);
    column->addWidget(status_);
    column->addWidget(message_);
    message_->hide();
    resize(usualSize);

    connect(add, &QPushButton::clicked, this, &DataWindow::addRow);
    connect(remove_, &QPushButton::clicked, this, &DataWindow::removeSelectedRows);
    connect(column_, &QComboBox::activated, this, &DataWindow::filter);
    for (QLineEdit* one : {contains_, least_, greatest_})
        connect(one, &QLineEdit::textChanged, this, &DataWindow::filterSoon);
    filterAfter_.setSingleShot(true);
    filterAfter_.setInterval(restMilliseconds);
    connect(&filterAfter_, &QTimer::timeout, this, &DataWindow::filter);
    connect(&view_->tableModel(), &TableModel::cellTyped, this, &DataWindow::typeCell);
    connect(view_, &DataView::typeChosen, this, &DataWindow::setType);
    connect(roles_, &RoleRow::chosen, this, &DataWindow::setRole);
    connect(&experiment_, &Experiment::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(new QShortcut(QKeySequence(tr("Ctrl+Z")), this), &QShortcut::activated, &experiment_,
        &Experiment::undo);
    connect(new QShortcut(QKeySequence(tr("Ctrl+Shift+Z")), this), &QShortcut::activated, &experiment_,
        &Experiment::redo);
}

void DataWindow::showEvent(QShowEvent* event)
{
    refresh();
    QDialog::showEvent(event);
}

void DataWindow::refresh()
{
    const Settled& state = experiment_.current();
    const TablePointer shown = state.whole;
    const bool other = shown != view_->tableModel().table();
    setWindowTitle(shown ? tr("%1 · Table").arg(shown->title) : tr("Table"));
    view_->setVisible(shown != nullptr);
    roles_->setVisible(shown != nullptr);
    for (QWidget* one : std::initializer_list<QWidget*>{column_, contains_, least_, greatest_, remove_})
        one->setEnabled(shown != nullptr);
    if (!shown) {
        status_->setText(tr("This state of %1 uses no table.").arg(experiment_.lab().info().title));
        return;
    }
    if (!other && state.roles == shownRoles_)
        return; // the pointer moved over a picture
    shownRoles_ = state.roles;
    if (other && view_->tableModel().table() && view_->tableModel().table()->name != shown->name)
        say({});
    view_->showTable(shown, state.roles);
    roles_->showRoles(experiment_.lab().roles(state.values), state.roles, shown);
    fillColumns();
    status_->setText(status());
    if (!patch().isEmpty() && experiment_.link().size() > maximumLinkBytes)
        say(tr("These changes are too long for a link: save the state file (Ctrl+S), which carries them."));
}

void DataWindow::fillColumns()
{
    QStringList names;
    for (const Column& column : view_->tableModel().table()->columns)
        names << column.name;
    QStringList before;
    for (int i = 1; i < column_->count(); ++i)
        before << column_->itemText(i);
    if (column_->count() == 0 || before != names) {
        column_->clear();
        column_->addItem(tr("every column"));
        column_->addItems(names);
        for (QLineEdit* one : {contains_, least_, greatest_})
            one->clear();
    }
    filter();
}

/// Short tables follow every letter; long ones wait until the hand rests.
void DataWindow::filterSoon()
{
    const TablePointer& table = view_->tableModel().table();
    if (table && table->rowCount() > mostRowsAtOnce)
        filterAfter_.start();
    else
        filter();
}

void DataWindow::filter()
{
    TableModel& model = view_->tableModel();
    if (!model.table() || !experiment_.current().whole)
        return;
    RowFilter wanted;
    wanted.column = column_->currentIndex() > 0 ? column_->currentText() : QString();
    const Column* column = model.table()->find(wanted.column);
    const bool isRange = column && column->isNumeric();
    contains_->setVisible(!isRange);
    least_->setVisible(isRange);
    greatest_->setVisible(isRange);
    if (isRange) {
        const auto least = numericCell(*column, least_->text().trimmed());
        const auto greatest = numericCell(*column, greatest_->text().trimmed());
        if (least && !std::isnan(*least))
            wanted.least = *least;
        if (greatest && !std::isnan(*greatest))
            wanted.greatest = *greatest;
    } else {
        wanted.contains = contains_->text();
    }
    if (!(wanted == model.filter()))
        model.setFilter(wanted);
    status_->setText(status());
}

QString DataWindow::status()
{
    const Settled& state = experiment_.current();
    const Table& table = *state.whole;
    QStringList parts{tr("%1, %2").arg(counted(table.rowCount(), tr("1 row"), tr("%1 rows")),
        counted(qint64(table.columns.size()), tr("1 column"), tr("%1 columns")))};
    if (view_->tableModel().rowCount() != table.rowCount())
        parts << tr("%1 shown").arg(shownCount(view_->tableModel().rowCount()));
    if (const int missing = missing_.of(state.whole); missing > 0)
        parts << tr("rows that lack a value: %1").arg(shownCount(missing));
    if (state.isSampled())
        parts << tr("the lab works on a sample of %1 (switch: All rows)")
                     .arg(shownCount(state.table->rowCount()));
    const Patch now = patch();
    if (now.rowsAdded() > 0 || !now.changed.empty() || !now.removed.empty())
        parts << tr("your changes to rows: %1 edited, %2 added, %3 removed")
                     .arg(shownCount(qint64(now.changed.size())), shownCount(now.rowsAdded()),
                         shownCount(qint64(now.removed.size())));
    return parts.join(QStringLiteral(" · "));
}

void DataWindow::say(const QString& sentence)
{
    message_->setText(sentence);
    message_->setVisible(!sentence.isEmpty());
}

Patch DataWindow::patch() const
{
    return parsePatch(text(experiment_.state().values.value(QStringLiteral("patch"))));
}

void DataWindow::changePatch(const Patch& patch)
{
    say({});
    experiment_.apply(setting(QStringLiteral("patch"), patch.isEmpty() ? Value() : Value(toString(patch))));
}

/// The roles that the state names itself; the others are the lab's choice.
Roles DataWindow::askedRoles() const
{
    Roles asked;
    for (const RoleSpec& role : experiment_.lab().roles(experiment_.current().values)) {
        if (experiment_.state().values.contains(role.name))
            asked[role.name] = list(experiment_.state().values.value(role.name));
    }
    return asked;
}

/// True when the lab, as it stands, can go on with such a table; otherwise it says why not.
bool DataWindow::allows(const Table& table, const Roles& asked)
{
    const TableFit fit =
        fitTable(experiment_.lab(), experiment_.current().values, table, asked, experiment_.catalogue());
    const QString source = text(experiment_.current().values.value(QStringLiteral("source")));
    const bool serves = fit.serves && (fit.source.isEmpty() || fit.source == source);
    say(serves ? QString() : fit.reason);
    return serves;
}

void DataWindow::setType(const QString& column, Column::Type type)
{
    const Settled& state = experiment_.current();
    if (!state.original)
        return;
    QStringList notes;
    std::vector<ChosenType> types =
        readTypes(list(experiment_.state().values.value(QStringLiteral("types"))), *state.original);
    types.push_back({column, type});
    types = minimalTypes(types, *state.original);
    if (!allows(*withTypes(state.original, types, &notes), askedRoles()))
        return;
    QStringList items;
    for (const ChosenType& chosen : types)
        items << typeItem(chosen);
    experiment_.apply(setting(QStringLiteral("types"), items.isEmpty() ? Value() : Value(items)));
    say(notes.join(QLatin1Char(' ')));
}

void DataWindow::setRole(const QString& role, const QStringList& columns)
{
    Roles asked = askedRoles();
    asked.remove(role);
    if (!columns.isEmpty())
        asked[role] = columns;
    if (experiment_.current().whole && allows(*experiment_.current().whole, asked))
        experiment_.apply(setting(role, columns.isEmpty() ? Value() : Value(columns)));
}

void DataWindow::typeCell(int rowId, const QString& column, const QString& text)
{
    const TablePointer source = experiment_.current().source;
    if (!source)
        return;
    Patch now = patch();
    if (setCell(&now, *source, rowId, column, text)) {
        changePatch(now);
        return;
    }
    const Column* target = source->find(column);
    say(target && target->type == Column::Type::Date
            ? tr("“%1” is no date: write one as 2026-01-31.").arg(text.left(40))
            : tr("“%1” is not a number: write one with a point, as 12.5, or give the column another type.")
                  .arg(text.left(40)));
}

void DataWindow::addRow()
{
    const TablePointer source = experiment_.current().source;
    if (!source)
        return;
    Patch now = patch();
    const int id = tangent::addRow(&now, *source, {});
    changePatch(now);
    const int shown = view_->tableModel().shownRow(id);
    if (shown < 0)
        return;
    view_->setCurrentIndex(view_->tableModel().index(shown, 0));
    view_->scrollTo(view_->currentIndex());
    view_->setFocus();
}

void DataWindow::removeSelectedRows()
{
    const TablePointer source = experiment_.current().source;
    const std::vector<int> ids = view_->selectedRowIds();
    if (!source || ids.empty())
        return;
    if (int(ids.size()) >= experiment_.current().whole->rowCount()) {
        say(tr("One row has to stay; take other data for an empty start."));
        return;
    }
    Patch now = patch();
    for (auto id = ids.rbegin(); id != ids.rend(); ++id)
        removeRow(&now, *source, *id);
    changePatch(now);
}

void DataWindow::clearSelectedCells()
{
    const TablePointer source = experiment_.current().source;
    if (!source)
        return;
    Patch now = patch();
    for (const QItemSelectionRange& range : view_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            for (int column = range.left(); column <= range.right(); ++column)
                setCell(&now, *source, view_->tableModel().rowId(row), source->columns[size_t(column)].name,
                    QString());
        }
    }
    changePatch(now);
}

void DataWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && view_->hasFocus()) {
        if (event->modifiers() & Qt::ControlModifier)
            removeSelectedRows();
        else
            clearSelectedCells();
        return;
    }
    QDialog::keyPressEvent(event);
}

} // namespace tangent
