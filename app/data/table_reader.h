// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment/background.h"
#include "app/lab/data/csv.h"

#include <variant>

namespace tangent {

/// Where a table comes from: a file, or text that was pasted.
struct TableSource {
    QString path; ///< empty: `bytes` under `name`
    QString name;
    QByteArray bytes;

    static TableSource file(const QString& path);
};

/// Reads a table off the interface's thread. One reading at a time: a new one ends the old.
class TableReader : public QObject {
    Q_OBJECT

public:
    explicit TableReader(QObject* parent = nullptr);

    void read(const TableSource& source, const CsvOptions& options);
    void cancel() { running_.stop(); }
    bool isBusy() const { return running_.isRunning(); }

signals:
    void progressed(double share);
    /// Table, refusal or cancelled; and the bytes that were read.
    void done(const tangent::CsvResult& result, const QByteArray& bytes);

private:
    using Read = std::pair<CsvResult, QByteArray>;
    Background<std::variant<double, Read>> running_; ///< shares of the work, then what came of it
};

} // namespace tangent
