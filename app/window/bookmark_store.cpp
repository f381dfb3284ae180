// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/bookmark_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace tangent {

namespace {

constexpr qint64 largestFile = 8 << 20;
constexpr int lockMilliseconds = 2000;

QString tr(const char* text)
{
    return QCoreApplication::translate("BookmarkStore", text);
}

std::vector<Bookmark> listOf(const QJsonValue& value)
{
    std::vector<Bookmark> list;
    for (const QJsonValue item : value.toArray()) {
        const QJsonObject object = item.toObject();
        Bookmark bookmark{object[QLatin1String("topic")].toString(), object[QLatin1String("name")].toString(),
            object[QLatin1String("link")].toString()};
        if (!bookmark.topic.isEmpty() && !bookmark.link.isEmpty())
            list.push_back(std::move(bookmark));
    }
    return list;
}

QJsonArray arrayOf(const std::vector<Bookmark>& list)
{
    QJsonArray array;
    for (const Bookmark& bookmark : list)
        array << QJsonObject{{QStringLiteral("topic"), bookmark.topic},
            {QStringLiteral("name"), bookmark.name}, {QStringLiteral("link"), bookmark.link}};
    return array;
}

} // namespace

BookmarkStore::BookmarkStore(const QString& path)
    : path_(!path.isEmpty() ? path
                            : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                + QStringLiteral("/bookmarks.json"))
{
}

std::vector<Bookmark> BookmarkStore::bookmarks(const QString& topic) const
{
    std::vector<Bookmark> all = read().bookmarks;
    if (!topic.isEmpty())
        std::erase_if(all, [&](const Bookmark& one) { return one.topic != topic; });
    return all;
}

std::vector<Bookmark> BookmarkStore::recent() const
{
    return read().recent;
}

bool BookmarkStore::add(const Bookmark& bookmark)
{
    return change([&](Content& content) {
        content.bookmarks.push_back(bookmark);
        if (content.bookmarks.size() > mostBookmarks)
            content.bookmarks.erase(content.bookmarks.begin());
    });
}

bool BookmarkStore::replace(const QString& topic, const std::vector<Bookmark>& bookmarks)
{
    return change([&](Content& content) {
        std::erase_if(content.bookmarks, [&](const Bookmark& one) { return one.topic == topic; });
        content.bookmarks.insert(content.bookmarks.end(), bookmarks.begin(), bookmarks.end());
    });
}

bool BookmarkStore::visit(const Bookmark& state)
{
    return change([&](Content& content) {
        std::erase_if(content.recent, [&](const Bookmark& one) { return one.topic == state.topic; });
        content.recent.insert(content.recent.begin(), state);
        if (content.recent.size() > mostRecent)
            content.recent.resize(mostRecent);
    });
}

BookmarkStore::Content BookmarkStore::read() const
{
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    return {listOf(root[QLatin1String("bookmarks")]), listOf(root[QLatin1String("recent")])};
}

template <class Change>
bool BookmarkStore::change(const Change& apply)
{
    QDir().mkpath(QFileInfo(path_).absolutePath());
    QLockFile lock(path_ + QStringLiteral(".lock"));
    if (!lock.tryLock(lockMilliseconds)) {
        complaint_ =
            tr("Cannot write %1: another window holds it, or its folder cannot be written.").arg(path_);
        return false;
    }
    QFile old(path_);
    if (old.open(QIODevice::ReadOnly) && old.size() > 0
        && (old.size() > largestFile || QJsonDocument::fromJson(old.readAll()).isNull())) {
        old.close();
        QFile::remove(path_ + QStringLiteral(".unreadable"));
        QFile::rename(path_, path_ + QStringLiteral(".unreadable"));
    }
    Content content = read();
    apply(content);
    QSaveFile file(path_);
    const QByteArray bytes = QJsonDocument(
        QJsonObject{{QStringLiteral("format"), 1}, {QStringLiteral("bookmarks"), arrayOf(content.bookmarks)},
            {QStringLiteral("recent"), arrayOf(content.recent)}})
                                 .toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        complaint_ = tr("Cannot write %1: %2.").arg(path_, file.errorString());
        return false;
    }
    complaint_.clear();
    return true;
}

} // namespace tangent
