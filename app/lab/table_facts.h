// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <any>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace tangent {

/// What was found out about the cells of a table and is asked for again at every event: the range of a
/// slider, a default. Kept with the table and gone with it; a copy of a table, which may become another one,
/// begins anew. Safe for any thread.
class TableFacts {
public:
    TableFacts() = default;
    TableFacts(const TableFacts&) { }
    TableFacts& operator=(const TableFacts&)
    {
        const std::lock_guard lock(mutex_);
        facts_.clear();
        return *this;
    }

    /// What `find` finds for a key, which names the fact and all it depends on beside the table. Only the
    /// last few are kept.
    template <class Find>
    auto get(const QString& key, const Find& find) const
    {
        using Fact = decltype(find());
        const std::lock_guard lock(mutex_);
        for (const auto& [known, fact] : facts_) {
            if (known == key)
                return std::any_cast<Fact>(fact);
        }
        constexpr size_t mostFacts = 16;
        if (facts_.size() >= mostFacts)
            facts_.pop_back();
        Fact found = find();
        facts_.emplace_front(key, found);
        return found;
    }

private:
    mutable std::mutex mutex_;
    mutable std::deque<std::pair<QString, std::any>> facts_; ///< the newest first
};

} // namespace tangent
