// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/row_view.h"
#include "app/data/table_fit.h"
#include "app/experiment/experiment.h"
#include "app/lab/data/patch.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace tangent {

class RoleRow;
class DataView;

/// The lab's table in a window of its own: seen, sorted, filtered and edited. Every change is the
/// experiment's: a patch, a type or a role of the state, so that undo, links and files know it.
class DataWindow : public QDialog {
    Q_OBJECT

public:
    DataWindow(Experiment& experiment, QWidget* parent);

    DataView* view() const { return view_; }
    RoleRow* roles() const { return roles_; }
    /// What the last change said, when it was refused or needs a word.
    QString message() const { return message_->text(); }

    void setType(const QString& column, Column::Type type);
    void setRole(const QString& role, const QStringList& columns);
    void typeCell(int rowId, const QString& column, const QString& text);
    void addRow();
    void removeSelectedRows();
    /// Every selected cell becomes a missing one.
    void clearSelectedCells();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void fillColumns();
    void filterSoon();
    void filter();
    void changePatch(const Patch& patch);
    bool allows(const Table& table, const Roles& asked);
    Roles askedRoles() const;
    Patch patch() const;
    QString status();
    void say(const QString& sentence);

    Experiment& experiment_;
    Roles shownRoles_;
    MissingRows missing_;
    QTimer filterAfter_;
    DataView* view_;
    RoleRow* roles_;
    QComboBox* column_;
    QLineEdit* contains_;
    QLineEdit* least_;
    QLineEdit* greatest_;
    QPushButton* remove_;
    QLabel* status_;
    QLabel* message_;
};

} // namespace tangent
