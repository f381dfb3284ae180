// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/role_row.h"

#include "app/lab/data/retype.h"
#include "app/lab/roles.h"
#include "widgets/scene/number_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace tangent {

namespace {

/// The columns in as many words as a button holds.
QString inShort(const QStringList& columns)
{
    constexpr int mostLetters = 34;
    const QString all = columns.join(QStringLiteral(", "));
    if (columns.isEmpty())
        return RoleRow::tr("none");
    return all.size() <= mostLetters
        ? all
        : counted(columns.size(), RoleRow::tr("1 column"), RoleRow::tr("%1 columns"));
}

} // namespace

RoleRow::RoleRow(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch();
}

void RoleRow::showRoles(const std::vector<RoleSpec>& specs, const Roles& roles, const TablePointer& table)
{
    const auto sameNames = std::equal(specs.begin(), specs.end(), specs_.begin(), specs_.end(),
        [](const RoleSpec& a, const RoleSpec& b) { return a.name == b.name; });
    specs_ = specs;
    roles_ = roles;
    table_ = table;
    auto* row = static_cast<QHBoxLayout*>(layout());
    if (!sameNames) {
        for (QPushButton* old : findChildren<QPushButton*>())
            delete old;
        for (const RoleSpec& spec : specs) {
            auto* button = new QPushButton(this);
            button->setObjectName(spec.name);
            button->setAutoDefault(false); // Return is the dialog's
            button->setMenu(new QMenu(button));
            button->menu()->setAttribute(Qt::WA_WindowPropagation); // the palette of the window
            connect(button->menu(), &QMenu::aboutToShow, this,
                [this, spec, menu = button->menu()] { fillMenu(menu, spec); });
            row->insertWidget(row->count() - 1, button);
        }
    }
    for (const RoleSpec& spec : specs) {
        auto* button = findChild<QPushButton*>(spec.name);
        button->setText(tr("%1: %2").arg(spec.label, inShort(roles.value(spec.name))));
        button->setToolTip(roles.value(spec.name).join(QStringLiteral(", ")).left(400));
    }
}

void RoleRow::fillMenu(QMenu* menu, const RoleSpec& spec)
{
    constexpr int mostShown = 60; // a menu, not a list of a thousand
    menu->clear();
    int shown = 0;
    for (const Column& column : table_->columns) {
        if (!canServe(column, spec.type) || shown++ >= mostShown)
            continue;
        QStringList now = roles_.value(spec.name);
        QAction* action = menu->addAction(column.name);
        action->setCheckable(true);
        action->setChecked(now.contains(column.name));
        if (!spec.many)
            now = QStringList(column.name);
        else if (!now.removeOne(column.name))
            now << column.name;
        connect(action, &QAction::triggered, this, [this, name = spec.name, now] { emit chosen(name, now); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("No column of this type: change one in its header"))->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(tr("As the lab chooses")), &QAction::triggered, this,
        [this, name = spec.name] { emit chosen(name, {}); });
}

} // namespace tangent
