// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/player.h"

#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/player_button.h"
#include "widgets/views/controls/slim_slider.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr double fastestRun = 4;   ///< seconds of a whole timeline at the greatest speed
constexpr double frameRate = 62.5; ///< steps a second that can be seen one by one
constexpr int frameMilliseconds = 16;
constexpr int gap = 6;
constexpr double beyond = 1.25;    ///< times the furthest step of an endless run
constexpr double leastSeconds = 5; ///< of playing at 1× that the bar of an endless run always has room for

QString speedText(double speed)
{
    return speed == 0 ? Player::tr("max") : Player::tr("%1×").arg(fieldNumber(speed));
}

} // namespace

Player::Player(QWidget* parent)
    : QWidget(parent)
{
    using Sign = PlayerButton::Sign;
    const auto add = [this](Sign sign, const QString& name, void (Player::*slot)()) {
        PlayerButton* button = new PlayerButton(sign, name, this);
        connect(button, &QAbstractButton::clicked, this, slot);
        buttons_.push_back(button);
        return button;
    };
    add(Sign::First, tr("First step"), &Player::toFirst);
    add(Sign::Back, tr("One step back"), &Player::stepBack);
    play_ = add(Sign::Play, tr("Play"), &Player::togglePlay);
    add(Sign::Forward, tr("One step forward"), &Player::stepForward);
    add(Sign::Last, tr("Last step"), &Player::toLast);

    slider_ = new SlimSlider(this);
    slider_->setAccessibleName(tr("Step"));
    connect(slider_, &SlimSlider::moved, this, [this](double step, Intent::Phase phase) {
        stop();
        write(step, phase);
    });
    speedChip_ = new PlainButton(PlainButton::Look::Framed, {}, this);
    connect(speedChip_, &QAbstractButton::clicked, this, [this] {
        const auto found = std::find(speeds().begin(), speeds().end(), speed_);
        const size_t next = found == speeds().end() ? 1 : size_t(found - speeds().begin()) + 1;
        setSpeed(speeds()[next % speeds().size()]);
    });
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(frameMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSpeed(1);
    setVisible(false);
}

Player::~Player() = default;

const std::vector<double>& Player::speeds()
{
    static const std::vector<double> offered{0.5, 1, 2, 4, 8, 0};
    return offered;
}

void Player::setTimeline(const std::optional<Timeline>& timeline)
{
    if (!timeline && timeline_)
        stop();
    const bool other =
        timeline.has_value() != timeline_.has_value() || (timeline && timeline_->last != timeline->last);
    timeline_ = timeline;
    if (other) {
        labelWidth_ = 0;
        reach_ = 0;
    }
    setVisible(timeline_.has_value());
    if (!timeline_)
        return;
    if (!isPlaying() && !slider_->isDragging())
        step_ = timeline_->at;
    setReach();
    slider_->setMarks(timeline_->marks);
    refresh();
}

void Player::followValues(const Values& values)
{
    const Value held = values.value(QStringLiteral("step"));
    if (!timeline_ || isPlaying() || !std::holds_alternative<double>(held))
        return;
    const double step = number(held);
    step_ = step < 0 ? timeline_->last : std::min(step, timeline_->last);
    refresh();
}

void Player::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (PlayerButton* button : buttons_)
        button->setTheme(theme);
    slider_->setTheme(theme);
    speedChip_->setTheme(theme);
    setFont(uiFont(12.5));
    labelWidth_ = 0;
    refresh();
    updateGeometry();
}

void Player::setSpeed(double speed)
{
    if (isPlaying()) {
        runFrom_ = step_;
        clock_.restart();
    }
    speed_ = speed;
    speedChip_->setText(speedText(speed));
    speedChip_->setAccessibleName(tr("Speed %1").arg(speedText(speed)));
    speedChip_->setToolTip(tr("Speed of playing: click for the next one."));
    arrange();
}

QSize Player::sizeHint() const
{
    return {520, int(std::lround(34 * textScale()))};
}

QSize Player::minimumSizeHint() const
{
    return {420, sizeHint().height()};
}

void Player::togglePlay()
{
    if (isPlaying())
        stop();
    else
        start();
}

void Player::start()
{
    if (!timeline_ || timeline_->last <= 0)
        return;
    if (step_ >= timeline_->last)
        step_ = 0;
    runFrom_ = step_;
    clock_.start();
    timer_.start();
    write(step_, Intent::Phase::Begin);
    play_->setSign(PlayerButton::Sign::Pause, tr("Pause"));
    emit playingChanged(true);
    refresh();
}

void Player::stop()
{
    if (!isPlaying())
        return;
    timer_.stop();
    write(step_, Intent::Phase::End);
    play_->setSign(PlayerButton::Sign::Play, tr("Play"));
    emit playingChanged(false);
    refresh();
}

void Player::tick()
{
    if (!timeline_) {
        stop();
        return;
    }
    const double passed = double(clock_.elapsed()) / 1000;
    const double reached = runFrom_ + passed * stepsPerSecond();
    const double next = std::min(std::floor(reached / increment()) * increment(), timeline_->last);
    if (next > step_) {
        step_ = next;
        if (step_ < timeline_->last)
            write(step_, Intent::Phase::Move);
        refresh();
    }
    if (step_ >= timeline_->last)
        stop();
}

void Player::stepForward()
{
    jump(std::floor(step_ / increment() + 1) * increment());
}

void Player::stepBack()
{
    jump(std::ceil(step_ / increment() - 1) * increment());
}

void Player::toFirst()
{
    jump(0);
}

void Player::toLast()
{
    if (!timeline_)
        return;
    stop();
    step_ = timeline_->last;
    refresh();
    write(endStep, Intent::Phase::Whole);
}

void Player::jump(double step)
{
    if (!timeline_)
        return;
    stop();
    step_ = std::clamp(step, 0.0, timeline_->last);
    refresh();
    write(step_, Intent::Phase::Whole);
}

void Player::write(double step, Intent::Phase phase)
{
    Intent wanted;
    wanted.phase = phase;
    wanted.values.insert(QStringLiteral("step"), step);
    emit intent(wanted);
}

double Player::increment() const
{
    return timeline_ && timeline_->halfSteps ? 0.5 : 1;
}

double Player::stepsPerSecond() const
{
    if (speed_ > 0)
        return timeline_->rate * speed_;
    return std::max(frameRate, timeline_->last / fastestRun);
}

QString Player::positionText() const
{
    if (!timeline_)
        return {};
    QString made = timeline_->endless
        ? tr("step %1").arg(fieldNumber(step_))
        : tr("step %1 of %2").arg(fieldNumber(step_), fieldNumber(timeline_->last));
    // The phase belongs to the scene: it is left out while the scene is behind.
    if (!timeline_->phase.isEmpty() && timeline_->at == step_)
        made = tr("%1 · %2").arg(made, timeline_->phase);
    return made;
}

/// An endless run has no end to draw to scale: its bar goes a little beyond where the run has been, and
/// grows.
void Player::setReach()
{
    const double last = std::max(timeline_->last, increment());
    double reach = last;
    if (timeline_->endless) {
        const double least = std::max({step_ * beyond, timeline_->rate * leastSeconds, 1.0});
        const double power = std::pow(10.0, std::floor(std::log10(least)));
        for (const double first : {10.0, 5.0, 2.0, 1.0})
            reach = first * power >= least ? first * power : reach;
        reach = std::min(last, std::max(reach, reach_));
    }
    if (reach == reach_ || slider_->isDragging())
        return;
    reach_ = reach;
    slider_->setLimits({0, reach, increment(), false, false});
}

void Player::refresh()
{
    if (timeline_)
        setReach();
    if (!slider_->isDragging())
        slider_->setNumber(step_);
    buttons_[0]->setEnabled(step_ > 0);
    buttons_[1]->setEnabled(step_ > 0);
    buttons_[3]->setEnabled(timeline_ && step_ < timeline_->last);
    buttons_[4]->setEnabled(timeline_ && step_ < timeline_->last);
    const double wanted = std::ceil(numberWidth(font(), positionText()));
    if (wanted > labelWidth_) {
        labelWidth_ = wanted;
        arrange();
    }
    update();
}

void Player::resizeEvent(QResizeEvent*)
{
    arrange();
}

void Player::arrange()
{
    int left = 0;
    for (PlayerButton* button : buttons_) {
        const QSize size = button->sizeHint();
        button->setGeometry(left, (height() - size.height()) / 2, size.width(), size.height());
        left += size.width() + gap;
    }
    const QSize chip = speedChip_->sizeHint();
    const int chipWidth = std::max(chip.width(), int(std::lround(42 * textScale())));
    speedChip_->setGeometry(width() - chipWidth, (height() - chip.height()) / 2, chipWidth, chip.height());
    labelBox_ = QRectF(width() - chipWidth - 10 - labelWidth_, 0, labelWidth_, height());
    const int right = int(labelBox_.left()) - 10;
    slider_->setGeometry(left, 0, std::max(30, right - left), height());
    update();
}

void Player::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(theme_->muted);
    drawNumber(painter, labelBox_, Qt::AlignRight | Qt::AlignVCenter, positionText());
}

} // namespace tangent
