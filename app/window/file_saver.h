// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/late_progress.h"
#include "app/experiment/background.h"
#include "app/lab/go_on.h"

#include <QByteArray>

#include <deque>
#include <variant>

namespace tangent {

/// Makes and writes files off the interface's thread, one after the other, with progress and a way out after
/// 200 ms. Until a file is complete the old one of that name stands.
class FileSaver : public QObject {
    Q_OBJECT

public:
    /// Makes a file's bytes, in another thread; what it returns after `goOn` ended it is not written.
    using Make = std::function<QByteArray(const GoOn& goOn)>;

    explicit FileSaver(QWidget* window);

    /// `remark` is a sentence that follows the word on success; may be empty.
    void save(const QString& path, Make make, const QString& remark = {});
    bool isBusy() const { return !files_.empty(); }
    LateProgress& progress() { return progress_; }

signals:
    /// How it went: one sentence for each file.
    void said(const QString& sentence, bool isSaved);
    /// Nothing waits any more.
    void idle();

private:
    struct File {
        QString path;
        Make make;
        QString remark;
    };
    void begin();
    void finish(const QString& sentence);

    LateProgress progress_;
    std::deque<File> files_;                            ///< the first one is being written
    Background<std::variant<double, QString>> running_; ///< shares of the work, then the sentence
};

} // namespace tangent
