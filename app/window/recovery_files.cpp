// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recovery_files.h"

#include "app/lab/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUuid>

namespace tangent {

namespace {

constexpr int idLength = 32;

QString tr(const char* text)
{
    return QCoreApplication::translate("RecoveryFiles", text);
}

std::optional<QByteArray> readWhole(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > most)
        return std::nullopt;
    return file.readAll();
}

} // namespace

RecoveryFiles::RecoveryFiles(const QString& folder, const QString& id, std::unique_ptr<FileLock> lock)
    : folder_(folder)
    , id_(id)
    , lock_(std::move(lock))
{
}

RecoveryFiles::~RecoveryFiles() = default;

QString RecoveryFiles::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

QString RecoveryFiles::path(const QString& ending) const
{
    return folder_ + QLatin1Char('/') + id_ + ending;
}

std::unique_ptr<RecoveryFiles> RecoveryFiles::make(const QString& folder, QString* complaint)
{
    const QString id = QUuid::createUuid().toString(QUuid::Id128);
    const QString path = folder + QLatin1Char('/') + id + QStringLiteral(".lock");
    auto lock = std::make_unique<FileLock>(path);
    // Without a lock the next program would take these for the files of one that has ended.
    if (lock->outcome() != FileLock::Outcome::Held) {
        *complaint = lock->outcome() == FileLock::Outcome::NoLocks
            ? tr("The state cannot be kept for the case that the program ends unexpectedly: the file system "
                 "of %1 knows no locks.")
                  .arg(folder)
            : lock->sentence(path);
        return nullptr;
    }
    return std::unique_ptr<RecoveryFiles>(new RecoveryFiles(folder, id, std::move(lock)));
}

/// The files of an ID, unless a running program holds them.
std::unique_ptr<RecoveryFiles> RecoveryFiles::held(const QString& folder, const QString& id)
{
    auto lock = std::make_unique<FileLock>(folder + QLatin1Char('/') + id + QStringLiteral(".lock"));
    if (lock->outcome() != FileLock::Outcome::Held)
        return nullptr;
    return std::unique_ptr<RecoveryFiles>(new RecoveryFiles(folder, id, std::move(lock)));
}

std::unique_ptr<RecoveryFiles> RecoveryFiles::takeOver(const QString& folder)
{
    static const QRegularExpression idForm(QStringLiteral("^[0-9a-f]{32}"));
    QStringList ids; // the newest state first, what has none last
    const QStringList states = QDir(folder).entryList({QStringLiteral("*.tangent")}, QDir::Files, QDir::Time);
    const QStringList others = QDir(folder).entryList(QDir::Files);
    for (const QString& name : states + others) {
        if (const QString id = name.left(idLength); idForm.match(name).hasMatch() && !ids.contains(id))
            ids << id;
    }
    std::unique_ptr<RecoveryFiles> newest;
    int kept = 0;
    for (const QString& id : std::as_const(ids)) {
        auto files = held(folder, id);
        if (!files)
            continue;
        const bool isState = files->state().has_value();
        if (!isState || kept >= mostLeft)
            files->remove();
        else if (kept++ == 0)
            newest = std::move(files);
    }
    return newest;
}

QString RecoveryFiles::writeState(const QByteArray& bytes)
{
    if (bytes.size() > mostStateBytes)
        return tr("The state is too large to be kept for the case that the program ends unexpectedly.");
    return writeWholeFile(path(QStringLiteral(".tangent")), {bytes});
}

/// Empty for a name that is none of a user's table.
QString RecoveryFiles::tablePath(const QString& name) const
{
    static const QRegularExpression form(QStringLiteral("^file:.*@([0-9a-f]{1,64})$"));
    const auto match = form.match(name);
    return match.hasMatch() ? path(QLatin1Char('-') + match.captured(1) + QStringLiteral(".table"))
                            : QString();
}

QString RecoveryFiles::writeTable(const QString& name, const QByteArray& bytes)
{
    const QString path = tablePath(name);
    if (path.isEmpty() || bytes.size() > mostTableBytes)
        return {};
    dropOldTables(bytes.size());
    return writeWholeFile(path, {name.toUtf8(), "\n", bytes});
}

void RecoveryFiles::dropOldTables(qint64 room)
{
    const QFileInfoList tables =
        QDir(folder_).entryInfoList({id_ + QStringLiteral("-*.table")}, QDir::Files, QDir::Time);
    qint64 sum = room;
    for (const QFileInfo& table : tables) {
        sum += table.size();
        if (sum > mostTableBytes)
            QFile::remove(table.filePath());
    }
}

std::optional<QByteArray> RecoveryFiles::state() const
{
    auto bytes = readWhole(path(QStringLiteral(".tangent")), mostStateBytes);
    return bytes && !bytes->isEmpty() ? bytes : std::nullopt;
}

std::optional<QByteArray> RecoveryFiles::table(const QString& name) const
{
    const QByteArray head = name.toUtf8() + '\n';
    const QString path = tablePath(name);
    const auto bytes = path.isEmpty() ? std::nullopt : readWhole(path, mostTableBytes + head.size());
    if (!bytes || !bytes->startsWith(head))
        return std::nullopt;
    return bytes->mid(head.size());
}

void RecoveryFiles::takeTables(const RecoveryFiles& others)
{
    const QFileInfoList tables =
        QDir(folder_).entryInfoList({others.id_ + QStringLiteral("-*.table")}, QDir::Files);
    for (const QFileInfo& table : tables)
        QFile::rename(table.filePath(), path(table.fileName().mid(others.id_.size())));
    dropOldTables(0);
}

void RecoveryFiles::remove()
{
    const QStringList mine = QDir(folder_).entryList({id_ + QLatin1Char('*')}, QDir::Files);
    // The state goes first: without it the rest is litter that anybody may clear away.
    QFile::remove(path(QStringLiteral(".tangent")));
    for (const QString& name : mine) {
        if (!name.endsWith(QLatin1String(".lock")))
            QFile::remove(folder_ + QLatin1Char('/') + name);
    }
    QFile::remove(path(QStringLiteral(".lock")));
}

} // namespace tangent
