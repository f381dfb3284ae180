// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QAbstractButton>

namespace tangent {

/// A pencil and a word in the line of a figure's title: drawing begins and ends with it.
class DrawButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit DrawButton(QWidget* parent);

    void setTheme(const Theme& theme);
    /// The pencil alone.
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool compact_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
