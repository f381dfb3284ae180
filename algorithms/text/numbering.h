// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tangent::language {

/// Numbers of things by their hashes: open addressing, at most half full. What the numbers stand for is
/// kept by whoever asks.
class HashNumbers {
public:
    /// The number kept under this hash for which `same(number)` holds, or `fresh` which is then kept.
    template <class Same>
    int findOrAdd(std::uint64_t hash, int fresh, const Same& same)
    {
        if (2 * (used_ + 1) > slots_.size())
            grow();
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            Slot& slot = slots_[at];
            if (slot.number < 0) {
                slot = {hash, fresh};
                ++used_;
                return fresh;
            }
            if (slot.hash == hash && same(slot.number))
                return slot.number;
        }
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        int number = -1;
    };

    void grow()
    {
        std::vector<Slot> before(slots_.empty() ? 1024 : 2 * slots_.size());
        before.swap(slots_);
        const std::size_t mask = slots_.size() - 1;
        for (const Slot& slot : before) {
            if (slot.number < 0)
                continue;
            std::size_t at = slot.hash & mask;
            while (slots_[at].number >= 0)
                at = (at + 1) & mask;
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

/// Numbers strings 0, 1, 2, ... in the order in which they first come up.
class StringNumbers {
public:
    int of(std::string_view word)
    {
        const int found = numbers_.findOrAdd(
            std::hash<std::string_view>()(word), size(), [&](int number) { return at(number) == word; });
        if (found == size()) {
            letters_.append(word);
            ends_.push_back(letters_.size());
        }
        return found;
    }
    int size() const { return static_cast<int>(ends_.size()) - 1; }
    /// Valid until the next string is numbered.
    std::string_view at(int number) const
    {
        const std::size_t from = ends_[static_cast<std::size_t>(number)];
        return std::string_view(letters_).substr(from, ends_[static_cast<std::size_t>(number) + 1] - from);
    }

private:
    HashNumbers numbers_;
    std::string letters_;
    std::vector<std::size_t> ends_{0};
};

} // namespace tangent::language
