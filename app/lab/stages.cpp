// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/stages.h"

#include "app/lab/link_text.h"

#include <algorithm>

namespace tangent {

namespace {

/// What is made of a long table is as long: without room for it every change would make all of it again.
size_t roomBeside(const TablePointer& table)
{
    constexpr size_t times = 4;
    return table ? times * table->rowIds.size() * table->columns.size() * sizeof(double) : 0;
}

} // namespace

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
    size_t room = 0;
    for (const Entry& entry : entries_)
        room = std::max(room, roomBeside(entry.table));
    while (bytes_ > maximumBytes_ + room && entries_.size() > 1) {
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
