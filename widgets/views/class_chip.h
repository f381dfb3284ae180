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
    /// The mark alone.
    void setCompact(bool compact);
    QSize sizeHint() const override;

signals:
    /// A double click, or F2: it is to get another name.
    void namingWanted();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int colour_ = 0;
    bool compact_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
