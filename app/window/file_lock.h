// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tangent {

/// Keeps other running programs away from a file while this object lives. The kernel holds the lock on a file
/// beside it and lets go of it whatever way the program ends, so nothing is ever stale: no process numbers,
/// which come again, in a container at every start, and no file whose being there is the lock (QLockFile's
/// way: a program killed between making and filling that file holds all others up for 30 seconds, and one
/// that clears a dead program's file away can hit the file of a living one). The file of the lock is left
/// lying; where somebody took it away in the meantime, the one that lies there now is locked.
class FileLock {
public:
    enum class Outcome {
        Held,
        OfAnother, ///< a running program holds it
        NoLocks,   ///< the file system knows no locks: nobody is kept away
        Unwritable
    };
    /// The kernel's call: a file and LOCK_EX | LOCK_NB; 0, or -1 and errno.
    using Call = int (*)(int, int);

    /// Locks the file `path`, and makes it and its folder where they are missing. Waits up to `milliseconds`
    /// for another program to let go. `call` null: flock.
    explicit FileLock(const QString& path, int milliseconds = 0, Call call = nullptr);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    Outcome outcome() const { return outcome_; }
    /// The guarded file may be written: nobody else does at this moment, or nobody can tell.
    bool mayWrite() const { return outcome_ == Outcome::Held || outcome_ == Outcome::NoLocks; }
    /// Why `guarded` cannot be written, or that two windows are not safe from each other; empty when held.
    QString sentence(const QString& guarded) const;

private:
    enum class Try { Done, Wait };
    Try tryOnce(const QString& path, Call call);
    void letGo();

    int file_ = -1;
    int error_ = 0;
    Outcome outcome_ = Outcome::Unwritable;
};

} // namespace tangent
