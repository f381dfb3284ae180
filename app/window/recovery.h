// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/recovery_writer.h"

#include "app/experiment/experiment.h"
#include "app/experiment/mailbox.h"

namespace tangent {

/// Keeps the last state of a running program on disk, and offers the one that an earlier program left when it
/// ended unexpectedly. A change is written at once, of changes that crowd one in a quarter of a second; a
/// table of the reader's own as soon as it is opened. Ending cleanly leaves nothing behind.
class Recovery : public QObject {
    Q_OBJECT

public:
    /// `folder` empty: the program's own.
    explicit Recovery(Experiment& experiment, const QString& folder = {});
    ~Recovery() override;

    /// True while a state waits for open() or dismiss(). Until then it stays where it is, and this program
    /// keeps a state of its own only once something is changed.
    bool hasOffer() const { return left_ != nullptr; }
    /// Opens the state that was left and goes on keeping it; false and a sentence when it cannot be read any
    /// more (its files then stay until they are dismissed).
    bool open(QString* complaint);
    void dismiss();
    /// The program ends as it was told to. An offer that nobody answered stays for the next start.
    void endCleanly();

signals:
    /// Once: the state cannot be kept, with the reason.
    void failed(const QString& sentence);

private:
    void keep();

    Experiment& experiment_;
    std::unique_ptr<RecoveryFiles> left_;
    State kept_; ///< what was written last, or what the program began with
    bool keptAny_ = false;
    bool saidFailure_ = false;
    Mailbox<QString> failures_;
    std::unique_ptr<RecoveryWriter> writer_;
};

} // namespace tangent
