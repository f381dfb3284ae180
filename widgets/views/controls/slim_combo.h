// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QComboBox>

namespace tangent {

/// A combo box in the program's look; the wheel only turns it while it has the focus.
class SlimCombo : public QComboBox {
    Q_OBJECT

public:
    explicit SlimCombo(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// Wide enough for its longest entry.
    int neededWidth() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
