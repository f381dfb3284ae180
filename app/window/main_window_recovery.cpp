// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/recovery.h"
#include "app/window/recovery_strip.h"

// What is kept for the case that the program ends unexpectedly.
namespace tangent {

void MainWindow::keepRecovery()
{
    recovery_ = std::make_unique<Recovery>(experiment_);
    connect(recovery_.get(), &Recovery::failed, this, &MainWindow::sayUnwritable);
    if (!recovery_->hasOffer())
        return;
    recoveryStrip_ = new RecoveryStrip(centralWidget());
    recoveryStrip_->setTheme(*theme_);
    connect(recoveryStrip_, &RecoveryStrip::openWanted, this, [this] {
        QString complaint;
        if (recovery_->open(&complaint)) {
            endRecoveryOffer();
            return;
        }
        say(complaint);
        recoveryStrip_->openButton()->setEnabled(false);
    });
    connect(recoveryStrip_, &RecoveryStrip::freshWanted, this, [this] {
        recovery_->dismiss();
        endRecoveryOffer();
    });
    arrange();
}

void MainWindow::endRecoveryOffer()
{
    recoveryStrip_->hide();
    recoveryStrip_->deleteLater();
    recoveryStrip_ = nullptr;
    arrange();
    lab_->setFocus();
}

/// What cannot be written is said once: the reason stays the same, and the reader's work goes on.
void MainWindow::sayUnwritable(const QString& sentence)
{
    if (!saidUnwritable_)
        say(sentence);
    saidUnwritable_ = true;
}

} // namespace tangent
