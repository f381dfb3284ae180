// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/stages.h"

#include "app/lab/link_text.h"

#include <algorithm>

namespace tangent {

QString Stages::keyOf(const QString& name, const std::vector<Value>& inputs)
{
    QString key = name;
    for (const Value& input : inputs) {
        key += QLatin1Char('&');
        key += encodeValue(input);
    }
    return key;
}

std::any Stages::find(const QString& key, const TablePointer& table)
{
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(entries_.begin(), entries_.end(),
        [&](const Entry& entry) { return entry.table == table && entry.key == key; });
    if (found == entries_.end())
        return {};
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().result;
}

void Stages::keep(const QString& key, const TablePointer& table, std::any result, size_t bytes)
{
    const std::lock_guard lock(mutex_);
    entries_.push_front({key, table, std::move(result), bytes});
    bytes_ += bytes;
    while (bytes_ > maximumBytes_ && entries_.size() > 1) {
        bytes_ -= entries_.back().bytes;
        entries_.pop_back();
    }
}

size_t Stages::bytes() const
{
    const std::lock_guard lock(mutex_);
    return bytes_;
}

void Stages::clear()
{
    const std::lock_guard lock(mutex_);
    entries_.clear();
    bytes_ = 0;
}

} // namespace tangent
