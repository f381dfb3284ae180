// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/twin_view.h"

#include <QAction>

// Two states of the lab beside each other.
namespace tangent {

void MainWindow::showTwin(bool shown)
{
    twinAction_->setChecked(shown);
    if (shown == (twin_ != nullptr))
        return;
    if (shown) {
        showSweep(false);
        twin_ = std::make_unique<TwinView>(experiment_, *lab_, *formulas_, centralWidget());
        twin_->setTheme(*theme_);
        connect(
            twin_.get(), &TwinView::closed, this, [this] { showTwin(false); }, Qt::QueuedConnection);
        connect(&twin_->experiment(), &Experiment::historyChanged, this, &MainWindow::stateChanged);
    } else {
        twin_.reset();
    }
    arrange();
    lab_->setFocus();
}

/// What undo and the link are about: the second state while the hand is in it.
Experiment& MainWindow::activeExperiment()
{
    const QWidget* focus = focusWidget();
    const bool inSecond = twin_ && focus && (focus == &twin_->lab() || twin_->lab().isAncestorOf(focus));
    return inSecond ? twin_->experiment() : experiment_;
}

} // namespace tangent
