// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_saver.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "app/window/recovery.h"
#include "app/window/recovery_strip.h"

#include <QCloseEvent>

// How the program ends, and what is kept for the case that it ends unexpectedly.
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

void MainWindow::closeEvent(QCloseEvent* event)
{
    closesWhenSaved_ = saver_->isBusy();
    if (closesWhenSaved_) {
        event->ignore();
        return;
    }
    if (remembers_) {
        settings_.setGeometry(saveGeometry());
        if (experiment_.isOpen())
            lastState_.keep(experiment_.kept());
    }
    if (recovery_)
        recovery_->endCleanly();
    QMainWindow::closeEvent(event);
}

} // namespace tangent
