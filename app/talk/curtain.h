// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace tangent {

/// Lies over a presented lab: black all over, or dark but for a circle around the pointer. Clicks go through
/// it.
class Curtain : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Open, Blank, Spotlight };

    explicit Curtain(QWidget* parent);

    void setMode(Mode mode);
    Mode mode() const { return mode_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    Mode mode_ = Mode::Open;
    QPoint pointer_;
    int clock_ = 0;
};

} // namespace tangent
