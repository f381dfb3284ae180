// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"

#include <QWidget>

class QMenu;

namespace tangent {

/// Which column serves which purpose: a button for each role of the lab, with a menu of the columns that
/// could.
class RoleRow : public QWidget {
    Q_OBJECT

public:
    explicit RoleRow(QWidget* parent = nullptr);

    void showRoles(const std::vector<RoleSpec>& specs, const Roles& roles, const TablePointer& table);

signals:
    /// Columns chosen for a role; none: as the lab would choose.
    void chosen(const QString& role, const QStringList& columns);

private:
    void fillMenu(QMenu* menu, const RoleSpec& spec);

    std::vector<RoleSpec> specs_;
    Roles roles_;
    TablePointer table_;
};

} // namespace tangent
