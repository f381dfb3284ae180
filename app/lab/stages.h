// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"
#include "widgets/scene/value.h"

#include <any>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace tangent {

/// Results of a lab's expensive steps, kept by everything they depend on. Safe to share between
/// threads; the least recently used results go first when the bound in bytes is reached. Beside a long
/// table there is room for what is made of it.
class Stages {
public:
    explicit Stages(size_t maximumBytes = size_t(64) << 20)
        : maximumBytes_(maximumBytes)
    {
    }

    /// The result of `make` for these inputs: from the store, or made now. `name` tells the stages of
    /// a lab apart, `inputs` are all values the result depends on, `table` the table or null.
    /// `bytes` is about what the result holds.
    template <class Result>
    std::shared_ptr<const Result> get(const QString& name, const std::vector<Value>& inputs,
        const TablePointer& table, const std::function<Result()>& make, size_t bytes = 64 << 10)
    {
        const QString key = keyOf(name, inputs);
        if (auto kept = find(key, table); kept.has_value())
            return std::any_cast<std::shared_ptr<const Result>>(kept);
        auto made = std::make_shared<const Result>(make());
        keep(key, table, std::any(std::shared_ptr<const Result>(made)), bytes);
        return made;
    }

    size_t bytes() const;
    void clear();

private:
    struct Entry {
        QString key;
        TablePointer table;
        std::any result;
        size_t bytes = 0;
    };

    static QString keyOf(const QString& name, const std::vector<Value>& inputs);
    std::any find(const QString& key, const TablePointer& table);
    void keep(const QString& key, const TablePointer& table, std::any result, size_t bytes);

    mutable std::mutex mutex_;
    std::list<Entry> entries_; ///< most recently used first
    size_t bytes_ = 0;
    size_t maximumBytes_;
};

} // namespace tangent
