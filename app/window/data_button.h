// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/experiment.h"
#include "widgets/views/theme.h"

#include <QToolButton>

#include <optional>
#include <utility>

namespace tangent {

/// Says which data the lab shows and opens the menu of those it could: built-in sets, generators, the
/// reader's own file; and which columns serve which purpose.
class DataButton : public QToolButton {
    Q_OBJECT

public:
    explicit DataButton(Experiment& experiment, QWidget* parent = nullptr);

    /// What stands on the button: the scene's own words on its data. Empty: this state uses none.
    void setLine(const QString& line);
    /// The width there is: the line loses its last clauses where it is longer, but never what it says of
    /// a sample (the tip and the menu say all of it).
    void fitInto(int width);
    void setTheme(const Theme& theme);

signals:
    void openFileWanted();
    void tableWanted();
    void saveTableWanted();
    /// A sheet to draw on: its data may have to be chosen first.
    void drawingWanted();

private:
    void fillMenu();
    void addRoles(QMenu* menu);
    QString currentData() const;
    void writeLine();

    Experiment& experiment_;
    QString line_;
    QPalette look_;
    std::optional<std::pair<QString, int>> written_; ///< for what line and room the words are
    int room_ = 1 << 20;
};

} // namespace tangent
