// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/preview_dialog.h"

#include "app/data/data_view.h"
#include "app/data/role_row.h"
#include "app/lab/roles.h"
#include "widgets/scene/number_text.h"
#include "widgets/views/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tangent {

namespace {

constexpr QSize usualSize(760, 520);

QLabel* sentence(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setFont(uiFont(13));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

PreviewDialog::PreviewDialog(const CsvResult& read, Experiment& experiment, QWidget* parent)
    : QDialog(parent)
    , read_(read)
    , experiment_(experiment)
    , view_(new DataView(this))
    , roles_(new RoleRow(this))
    , size_(sentence(this))
    , notes_(sentence(this))
    , reason_(sentence(this))
{
    setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    setWindowTitle(tr("Open %1").arg(read.table->title));
    view_->tableModel().setEditable(false);
    view_->setAccessibleName(tr("The table's rows"));
    reason_->setObjectName(QStringLiteral("reason"));
    auto* buttons = new QDialogButtonBox(this);
    open_ = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open_->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    auto* hint = sentence(this);
    hint->setText(tr("Click a column's head to sort; right-click it to give the column another type."));
    auto* column = new QVBoxLayout(this);
    for (QWidget* part : {static_cast<QWidget*>(size_), static_cast<QWidget*>(notes_),
             static_cast<QWidget*>(view_), static_cast<QWidget*>(hint), static_cast<QWidget*>(roles_),
             static_cast<QWidget*>(reason_), static_cast<QWidget*>(buttons)})
        column->addWidget(part, part == view_ ? 1 : 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(view_, &DataView::typeChosen, this, &PreviewDialog::setType);
    connect(roles_, &RoleRow::chosen, this, &PreviewDialog::setRole);
    resize(usualSize);
    refresh();
    open_->setFocus();
}

void PreviewDialog::setType(const QString& column, Column::Type type)
{
    types_.push_back({column, type});
    types_ = minimalTypes(types_, *read_.table);
    refresh();
}

void PreviewDialog::setRole(const QString& role, const QStringList& columns)
{
    if (columns.isEmpty())
        asked_.remove(role);
    else
        asked_[role] = columns;
    refresh();
}

std::vector<RoleSpec> PreviewDialog::specs() const
{
    Values values = experiment_.current().values;
    if (!fit_.source.isEmpty())
        values[QStringLiteral("source")] = fit_.source;
    return experiment_.lab().roles(values);
}

QString PreviewDialog::missingLine() const
{
    QStringList used;
    for (const QStringList& columns : fit_.roles)
        used += columns;
    const int any = rowsWithMissing(*table_);
    if (any == 0)
        return tr("No value is missing.");
    if (used.isEmpty())
        return tr("Rows that lack a value: %1.").arg(shownCount(any));
    const int inUse = rowsWithMissing(*table_, used);
    return tr("Rows that lack a value: %1; in a column that is used, so left out: %2.")
        .arg(shownCount(any), shownCount(inUse));
}

void PreviewDialog::refresh()
{
    typeNotes_.clear();
    table_ = withTypes(read_.table, types_, &typeNotes_);
    fit_ =
        fitTable(experiment_.lab(), experiment_.current().values, *table_, asked_, experiment_.catalogue());
    view_->showTable(table_, fit_.roles);
    size_->setText(
        tr("%1, %2. %3")
            .arg(counted(table_->rowCount(), tr("1 row"), tr("%1 rows")),
                counted(qint64(table_->columns.size()), tr("1 column"), tr("%1 columns")), missingLine()));
    const QStringList notes = read_.notes + typeNotes_;
    notes_->setText(notes.join(QLatin1Char('\n')));
    notes_->setVisible(!notes.isEmpty());
    roles_->showRoles(specs(), fit_.roles, table_);
    roles_->setVisible(fit_.serves || !fit_.otherSet.isEmpty()); // a lab that takes no table has none to fill
    reason_->setText(fit_.reason);
    reason_->setVisible(!fit_.serves);
    open_->setText(fit_.serves ? tr("Open") : tr("Keep for other labs"));
}

bool PreviewDialog::hasDecision() const
{
    if (!read_.notes.isEmpty() || !fit_.serves || rowsWithMissing(*table_) > 0)
        return true;
    const std::vector<RoleSpec> roles = specs();
    return std::any_of(roles.begin(), roles.end(), [&](const RoleSpec& role) {
        const auto couldServe = [&](const Column& column) { return canServe(column, role.type); };
        return !role.many && role.type != RoleSpec::Type::Number && fit_.roles.value(role.name).isEmpty()
            && std::any_of(table_->columns.begin(), table_->columns.end(), couldServe);
    });
}

Intent PreviewDialog::intent() const
{
    Intent intent;
    intent.values[QStringLiteral("data")] = table_->name;
    QStringList items;
    for (const ChosenType& type : types_)
        items << typeItem(type);
    if (!items.isEmpty())
        intent.values[QStringLiteral("types")] = items;
    for (auto role = asked_.constBegin(); role != asked_.constEnd(); ++role)
        intent.values[role.key()] = role.value();
    if (!fit_.source.isEmpty())
        intent.values[QStringLiteral("source")] = fit_.source;
    return intent;
}

} // namespace tangent
