// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/late_progress.h"

namespace tangent {

namespace {

constexpr int steps = 1000;

} // namespace

LateProgress::LateProgress(QWidget* window)
    : QObject(window)
    , dialog_(window)
{
    dialog_.setRange(0, steps);
    dialog_.setAutoReset(false);
    dialog_.setAutoClose(false);
    dialog_.setMinimumDuration(1 << 30);     // our own clock shows it
    dialog_.setWindowModality(Qt::NonModal); // a modal one runs the event loop inside setValue()
    dialog_.reset();
    showAfter_.setSingleShot(true);
    showAfter_.setInterval(waitMilliseconds);
    connect(&showAfter_, &QTimer::timeout, &dialog_, &QWidget::show);
    connect(&dialog_, &QProgressDialog::canceled, this, &LateProgress::cancelled);
}

void LateProgress::begin(const QString& title, const QString& doing)
{
    dialog_.setWindowTitle(title);
    dialog_.setLabelText(doing);
    dialog_.reset();
    showAfter_.start();
}

void LateProgress::setShare(double share)
{
    dialog_.setValue(int(steps * share));
}

void LateProgress::end()
{
    showAfter_.stop();
    dialog_.hide();
}

} // namespace tangent
