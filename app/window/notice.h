// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QLabel>
#include <QTimer>

namespace tangent {

/// One sentence over the foot of the window, for as long as it takes to read: nothing moves for it.
class Notice : public QLabel {
    Q_OBJECT

public:
    explicit Notice(QWidget* parent);

    static constexpr int readingMilliseconds = 6000;

    void say(const QString& sentence);
    void setTheme(const Theme& theme);
    /// Puts it over the foot of this part of its parent.
    void place(const QRect& room);

private:
    QRect room_;
    QTimer hideAfter_;
};

} // namespace tangent
