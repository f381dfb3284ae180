// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/shared_json.h"

#include "app/lab/whole_file.h"
#include "app/window/file_lock.h"

#include <QFile>
#include <QJsonDocument>

namespace tangent {

namespace {

constexpr qint64 largestFile = 8 << 20;
constexpr int lockMilliseconds = 2000;

} // namespace

SharedJson::SharedJson(QString path)
    : path_(std::move(path))
{
}

QJsonObject SharedJson::read() const
{
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void SharedJson::keepUnreadableAside() const
{
    QFile old(path_);
    if (old.open(QIODevice::ReadOnly) && old.size() > 0
        && (old.size() > largestFile || QJsonDocument::fromJson(old.readAll()).isNull())) {
        old.close();
        QFile::remove(path_ + QStringLiteral(".unreadable"));
        QFile::rename(path_, path_ + QStringLiteral(".unreadable"));
    }
}

bool SharedJson::change(
    const std::function<void(QJsonObject&)>& apply, const std::function<void()>& afterwards)
{
    const FileLock lock(path_ + QStringLiteral(".lock"), lockMilliseconds);
    complaint_ = lock.sentence(path_);
    if (!lock.mayWrite())
        return false;
    keepUnreadableAside();
    QJsonObject root = read();
    apply(root);
    const QString sentence = writeWholeFile(path_, {QJsonDocument(root).toJson()});
    if (!sentence.isEmpty())
        complaint_ = sentence;
    else if (afterwards)
        afterwards();
    return sentence.isEmpty();
}

} // namespace tangent
