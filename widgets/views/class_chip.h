// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QAbstractButton>

namespace tangent {

/// A class to draw with: its mark, as the plot draws it, and its name.
class ClassChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit ClassChip(QWidget* parent);

    void setClass(const QString& word, int colour);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int colour_ = 0;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
