// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_lock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tangent {

namespace {

constexpr unsigned long pauseMilliseconds = 2;

bool isForeignToLocks(int error)
{
    return error == ENOLCK || error == EOPNOTSUPP || error == ENOSYS || error == EINVAL;
}

/// The opened file is the one that has the name now.
bool isNamed(int file, const QByteArray& name)
{
    struct stat mine = {};
    struct stat named = {};
    return fstat(file, &mine) == 0 && stat(name.constData(), &named) == 0 && mine.st_dev == named.st_dev
        && mine.st_ino == named.st_ino;
}

} // namespace

FileLock::FileLock(const QString& path, int milliseconds, Call call)
{
    std::error_code missing;
    const std::filesystem::path name(QFile::encodeName(path).toStdString());
    std::filesystem::create_directories(name.parent_path(), missing);
    if (missing) {
        error_ = missing.value();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    while (tryOnce(path, call ? call : flock) == Try::Wait && clock.elapsed() < milliseconds)
        QThread::msleep(pauseMilliseconds);
}

FileLock::~FileLock()
{
    letGo();
}

FileLock::Try FileLock::tryOnce(const QString& path, Call call)
{
    const QByteArray name = QFile::encodeName(path);
    file_ = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) {
        error_ = errno;
        outcome_ = Outcome::Unwritable;
        return Try::Done;
    }
    if (call(file_, LOCK_EX | LOCK_NB) != 0) {
        error_ = errno;
        letGo();
        outcome_ = isForeignToLocks(error_) ? Outcome::NoLocks : Outcome::OfAnother;
        return outcome_ == Outcome::OfAnother ? Try::Wait : Try::Done;
    }
    // Another program may have taken the name away between opening and locking.
    if (!isNamed(file_, name)) {
        letGo();
        outcome_ = Outcome::OfAnother;
        return Try::Wait;
    }
    outcome_ = Outcome::Held;
    return Try::Done;
}

void FileLock::letGo()
{
    if (file_ >= 0)
        close(file_);
    file_ = -1;
}

QString FileLock::sentence(const QString& guarded) const
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("FileLock", text); };
    switch (outcome_) {
    case Outcome::Held:
        break;
    case Outcome::OfAnother:
        return tr("Cannot write %1: another window holds it.").arg(guarded);
    case Outcome::NoLocks:
        return tr("The file system of %1 knows no locks: two windows at once may overwrite each other's "
                  "bookmarks and settings.")
            .arg(guarded);
    case Outcome::Unwritable:
        return tr("Cannot write %1: %2.").arg(guarded, qt_error_string(error_));
    }
    return {};
}

} // namespace tangent
