// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"
#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace tangent {

class PlainButton;
class PlayerButton;
class SlimSlider;

/// Plays, steps and scrubs a timeline by writing the parameter "step". A whole run of playing is one
/// gesture. Hidden while there is no timeline.
class Player : public QWidget {
    Q_OBJECT

public:
    explicit Player(QWidget* parent = nullptr);
    ~Player() override;

    void setTimeline(const std::optional<Timeline>& timeline);
    /// The current state: its "step" may be ahead of the timeline's scene.
    void followValues(const Values& values);
    void setTheme(const Theme& theme);

    bool isPlaying() const { return timer_.isActive(); }
    /// The speeds on offer, as multiples of the timeline's rate; 0 stands for as fast as can be.
    static const std::vector<double>& speeds();
    double speed() const { return speed_; }
    void setSpeed(double speed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void togglePlay();
    void stop();
    void stepForward();
    void stepBack();
    void toFirst();
    void toLast();

signals:
    void intent(const tangent::Intent& wanted);
    void playingChanged(bool playing);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    double increment() const;
    double position() const;
    double stepsPerSecond() const;
    QString positionText() const;
    void write(double step, Intent::Phase phase);
    void jump(double step);
    void start();
    void tick();
    void setReach();
    void refresh();
    void arrange();

    std::optional<Timeline> timeline_;
    double step_ = 0;  ///< of the current state
    double reach_ = 0; ///< where the bar ends
    double speed_ = 1;
    QTimer timer_;
    QElapsedTimer clock_;
    double runFrom_ = 0;    ///< where the run stood when the clock started
    double labelWidth_ = 0; ///< the widest so far, so that the slider keeps its length
    std::vector<PlayerButton*> buttons_;
    PlayerButton* play_ = nullptr;
    SlimSlider* slider_ = nullptr;
    PlainButton* speedChip_ = nullptr;
    QRectF labelBox_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
