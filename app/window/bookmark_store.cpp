// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/bookmark_store.h"

#include <QJsonArray>
#include <QStandardPaths>

#include <algorithm>

namespace tangent {

namespace {

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
    : file_(!path.isEmpty() ? path
                            : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                + QStringLiteral("/bookmarks.json"))
{
}

std::vector<Bookmark> BookmarkStore::bookmarks(const QString& topic) const
{
    std::vector<Bookmark> all = contentOf(file_.read()).bookmarks;
    if (!topic.isEmpty())
        std::erase_if(all, [&](const Bookmark& one) { return one.topic != topic; });
    return all;
}

std::vector<Bookmark> BookmarkStore::recent() const
{
    return contentOf(file_.read()).recent;
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

BookmarkStore::Content BookmarkStore::contentOf(const QJsonObject& root)
{
    return {listOf(root[QLatin1String("bookmarks")]), listOf(root[QLatin1String("recent")])};
}

template <class Change>
bool BookmarkStore::change(const Change& apply)
{
    return file_.change([&](QJsonObject& root) {
        Content content = contentOf(root);
        apply(content);
        root = {{QStringLiteral("format"), 1}, {QStringLiteral("bookmarks"), arrayOf(content.bookmarks)},
            {QStringLiteral("recent"), arrayOf(content.recent)}};
    });
}

} // namespace tangent
