// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QAbstractButton>

namespace tangent {

/// A button of the player, with its sign.
class PlayerButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Sign { First, Back, Play, Pause, Forward, Last };

    PlayerButton(Sign sign, const QString& name, QWidget* parent = nullptr);
    void setSign(Sign sign, const QString& name);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Sign sign_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
