// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QFrame>

namespace tangent {

class FormulaLibrary;

/// The definition of a readout: its formula, and the same with the current numbers in it.
class DefinitionPopover : public QFrame {
    Q_OBJECT

public:
    DefinitionPopover(FormulaLibrary& formulas, QWidget* parent);

    /// Opens beside a rectangle on the screen.
    void open(const Readout& readout, const QRect& beside, const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    FormulaLibrary& formulas_;
    Readout readout_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
