// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/file_lock.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace tangent {

/// What one running program keeps of its state, in files that outlive it when it is killed: `ID.tangent`
/// (a state file without its table), `ID-HASH.table` for each table of the reader's own that was opened,
/// and `ID.lock`, which the running program holds. The system lets go of that lock whatever way the program
/// ends, so files without a holder are those of a program that ended unexpectedly. Every file is replaced as
/// a whole. Each running program has an ID of its own.
class RecoveryFiles {
public:
    static constexpr qint64 mostStateBytes = qint64(64) << 20;
    static constexpr qint64 mostTableBytes = qint64(128) << 20; ///< of all tables; the oldest go first
    static constexpr int mostLeft = 4;                          ///< states of ended programs that are kept

    ~RecoveryFiles();

    /// Files of this program's own. Null and a sentence where the folder cannot be written.
    static std::unique_ptr<RecoveryFiles> make(const QString& folder, QString* complaint);
    /// The newest state that a program left behind when it ended, now held by this one; null where there is
    /// none. Also takes away what is no use to anybody: older states, halves of files that were being
    /// written.
    static std::unique_ptr<RecoveryFiles> takeOver(const QString& folder);
    /// The program's own folder.
    static QString usualFolder();

    /// Each returns a sentence when the file cannot be written, and then leaves the old one.
    QString writeState(const QByteArray& bytes);
    /// A table as its file was, under `file:NAME@HASH`. Larger ones than mostTableBytes are passed over.
    QString writeTable(const QString& name, const QByteArray& bytes);

    std::optional<QByteArray> state() const;
    /// The bytes of the table of that name.
    std::optional<QByteArray> table(const QString& name) const;
    /// Takes the tables of `others`, which are of the same folder, over from them.
    void takeTables(const RecoveryFiles& others);
    /// Takes all files away: this state is not needed any more.
    void remove();

private:
    RecoveryFiles(const QString& folder, const QString& id, std::unique_ptr<FileLock> lock);
    static std::unique_ptr<RecoveryFiles> held(const QString& folder, const QString& id);
    QString path(const QString& ending) const;
    QString tablePath(const QString& name) const;
    void dropOldTables(qint64 room);

    QString folder_;
    QString id_;
    std::unique_ptr<FileLock> lock_;
};

} // namespace tangent
