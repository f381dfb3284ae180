// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/late_progress.h"
#include "app/experiment/background.h"
#include "app/lab/state_json.h"

#include <variant>

namespace tangent {

class DataCatalogue;
class Lab;

/// Reads state files: short ones at once, longer ones (which carry a table) off the interface's thread, with
/// progress and a way out after 200 ms. One at a time: a new one ends the old. A table comes into the
/// catalogue only with its state.
class StateOpener : public QObject {
    Q_OBJECT

public:
    /// Files of at most this many bytes are there when open() returns: some thirty milliseconds of work.
    static constexpr qint64 atOnceBytes = 1 << 20;

    StateOpener(DataCatalogue& catalogue, QWidget* window);

    /// False when the file was read at once and is none.
    bool open(const QString& path);
    /// Until the reading has ended, be it cancelled.
    bool isBusy() const { return running_.isRunning(); }
    LateProgress& progress() { return progress_; }

signals:
    void opened(const tangent::Lab& lab, const tangent::Request& request);
    /// One sentence on why it was not opened.
    void said(const QString& sentence);

private:
    struct Outcome {
        std::optional<StateFile> file;
        QString complaint;
    };
    static Outcome read(const QString& path, const GoOn& goOn);
    bool take(const Outcome& outcome);
    void cancel();

    DataCatalogue& catalogue_;
    LateProgress progress_;
    QString name_;
    bool isWanted_ = false; ///< what is being read has not been cancelled
    Background<std::variant<double, Outcome>> running_;
};

} // namespace tangent
