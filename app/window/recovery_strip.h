// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace tangent {

/// What stands over the lab after the program ended unexpectedly: open the last state, or start fresh.
class RecoveryStrip : public QFrame {
    Q_OBJECT

public:
    explicit RecoveryStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    QPushButton* openButton() { return &open_; }
    QPushButton* freshButton() { return &fresh_; }

signals:
    void openWanted();
    void freshWanted();

private:
    QLabel label_;
    QPushButton open_;
    QPushButton fresh_;
};

} // namespace tangent
