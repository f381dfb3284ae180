// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QScrollBar>

namespace tangent {

/// A scroll bar that is a thin rounded thumb and nothing else.
class SlimScrollBar : public QScrollBar {
    Q_OBJECT

public:
    static constexpr int thickness = 10;

    explicit SlimScrollBar(Qt::Orientation orientation, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
