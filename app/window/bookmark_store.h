// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/shared_json.h"

#include <vector>

namespace tangent {

/// A state that a reader wants to find again.
struct Bookmark {
    QString topic;
    QString name;
    QString link;
    bool operator==(const Bookmark&) const = default;
};

/// Bookmarks by lab, and the states visited last, in a file of the reader's that two windows can change.
class BookmarkStore {
public:
    static constexpr int mostRecent = 12;
    static constexpr int mostBookmarks = 1000;

    /// `path` of the file; empty: the program's own place.
    explicit BookmarkStore(const QString& path = {});

    /// In the reader's order; those of one lab, or all.
    std::vector<Bookmark> bookmarks(const QString& topic = {}) const;
    /// The last one first.
    std::vector<Bookmark> recent() const;

    /// Each returns false and says why when the file cannot be written.
    bool add(const Bookmark& bookmark);
    /// Replaces all bookmarks of a lab: renamed, reordered, some taken out.
    bool replace(const QString& topic, const std::vector<Bookmark>& bookmarks);
    bool visit(const Bookmark& state);

    /// That of SharedJson.
    const QString& complaint() const { return file_.complaint(); }

private:
    struct Content {
        std::vector<Bookmark> bookmarks;
        std::vector<Bookmark> recent;
    };
    static Content contentOf(const QJsonObject& root);
    template <class Change>
    bool change(const Change& apply);

    SharedJson file_;
};

} // namespace tangent
