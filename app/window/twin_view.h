// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/twin.h"
#include "widgets/views/theme.h"

#include <QWidget>

class QLabel;

namespace tangent {

class FormulaLibrary;
class LabPanel;
class PlainButton;

/// The second of two states beside each other, and the strip over both that names what differs. Data, seed
/// and step are shared; the first lab's player plays both.
class TwinView : public QWidget {
    Q_OBJECT

public:
    TwinView(Experiment& first, LabPanel& firstLab, FormulaLibrary& formulas, QWidget* parent);
    ~TwinView() override;

    Experiment& experiment() { return second_; }
    LabPanel& lab() { return *lab_; }
    /// "Restarts 1 | 10 · Standardise off | on"
    QString differenceText() const;
    void setTheme(const Theme& theme);
    /// The strip lies over the whole width, the first lab in the left half, the second in the right one.
    void place(const QRect& room);

signals:
    void closed();

private:
    void compare();
    void shareRoom();
    void swap();

    Experiment& first_;
    LabPanel& firstLab_;
    Experiment second_;
    LabPanel* lab_;
    QLabel* words_;
    PlainButton* swap_;
    PlainButton* close_;
    Twin twin_;
    QSet<QString> differing_;
    bool isTight_ = false; ///< words and most controls give way to the figures
};

} // namespace tangent
