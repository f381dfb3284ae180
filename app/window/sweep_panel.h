// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/background.h"
#include "app/experiment/experiment.h"
#include "app/lab/sweep.h"
#include "widgets/views/figure_view.h"

#include <QProgressBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace tangent {

class SlimCombo;

/// A parameter against a readout, computed in the background while the lab goes on. The rule in the curve is
/// the parameter itself. It starts anew when anything but that parameter changes.
class SweepPanel : public QWidget {
    Q_OBJECT

public:
    explicit SweepPanel(Experiment& experiment, QWidget* parent = nullptr);
    ~SweepPanel() override;

    /// The lab's newest scene: its readouts, its timeline, what it decided.
    void followScene(const Scene& scene);
    void setTheme(const Theme& theme);
    /// Chooses what is swept; unknown keys leave the choice as it is.
    void choose(const QString& parameter, const QString& readout);
    bool isBusy() const { return running_.isRunning() || startSoon_.isActive(); }
    const Sweep& sweep() const { return sweep_; }
    FigureView* view() const { return view_.get(); }

signals:
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fillChoices();
    void stateChanged();
    void start();
    void stop();
    void showSweep();
    Handle handleNow() const;

    Experiment& experiment_;
    Scene scene_;
    SlimCombo* parameters_;
    SlimCombo* readouts_;
    QLabel* against_;
    QToolButton* close_;
    QProgressBar* progress_;
    std::unique_ptr<FigureView> view_;
    QTimer startSoon_;
    Sweep sweep_;
    State without_; ///< the state that the sweep stands for, its parameter left out
    QString topic_;
    QString parameter_;
    QString readout_;
    const Theme* theme_ = &Theme::light();
    Background<Sweep> running_; ///< last: its thread ends before the rest goes
};

} // namespace tangent
