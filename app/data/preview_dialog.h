// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/table_fit.h"
#include "app/experiment/experiment.h"
#include "app/lab/data/csv.h"
#include "app/lab/data/retype.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tangent {

class RoleRow;
class DataView;

/// What a table holds before it is opened: its rows, the types that were found, which columns the lab
/// would take, how many rows lack a value. All of it can be corrected; Return opens.
class PreviewDialog : public QDialog {
    Q_OBJECT

public:
    PreviewDialog(const CsvResult& read, Experiment& experiment, QWidget* parent);

    /// True when a person should look first: a note of the reader, missing values, a role that could be
    /// filled or cannot be.
    bool hasDecision() const;
    const TableFit& fit() const { return fit_; }
    /// Opens the table as it stands here: with its types, roles and the source that takes it.
    Intent intent() const;

    void setType(const QString& column, Column::Type type);
    void setRole(const QString& role, const QStringList& columns);

private:
    void refresh();
    std::vector<RoleSpec> specs() const;
    QString missingLine() const;

    CsvResult read_;
    Experiment& experiment_;
    std::vector<ChosenType> types_;
    Roles asked_;
    TablePointer table_; ///< with the types that were chosen
    QStringList typeNotes_;
    TableFit fit_;
    DataView* view_;
    RoleRow* roles_;
    QLabel* size_;
    QLabel* notes_;
    QLabel* reason_;
    QPushButton* open_;
};

} // namespace tangent
