// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

namespace tangent {

/// What sets the cells of a version of a column apart from those it was made from.
template <class T>
struct CellEdits {
    std::vector<std::pair<int, T>> changed;          ///< row of the base → value, ascending
    std::shared_ptr<const std::vector<int>> removed; ///< rows of the base, ascending; null: none
    std::vector<T> appended;                         ///< rows behind those of the base
    std::vector<int> renumbered; ///< codes into levels: the new code of each of the base's; empty: the same
};

/// The cells of a column, which never change. Copies share them. A version that differs in some cells is a
/// note of those on the shared ones until somebody asks for all(): an edit of a million rows costs what
/// the edit is large, and the copy is made where it is needed, by the thread that needs it. Safe for any
/// thread.
template <class T>
class Cells {
public:
    Cells() = default;
    Cells(std::vector<T> values) // NOLINT(google-explicit-constructor): a column is given a vector
        : held_(std::make_shared<Held>(std::move(values)))
    {
    }
    Cells(std::initializer_list<T> values)
        : Cells(std::vector<T>(values))
    {
    }

    /// The cells of `base` with `edits`.
    static Cells edited(const Cells& base, CellEdits<T> edits)
    {
        Cells made;
        made.held_ = std::make_shared<Held>(base, std::move(edits));
        return made;
    }

    /// Some cells of `base`, by row and in the order given.
    static Cells picked(const Cells& base, std::shared_ptr<const std::vector<int>> rows)
    {
        Cells made;
        made.held_ = std::make_shared<Held>(base, std::move(rows));
        return made;
    }

    /// So many cells that `make` makes when somebody first asks for one of them, in the thread that asks.
    static Cells later(size_t size, std::function<std::vector<T>()> make)
    {
        Cells made;
        made.held_ = std::make_shared<Held>(size, std::move(make));
        return made;
    }

    size_t size() const { return held_ ? held_->size : 0; }
    bool empty() const { return size() == 0; }

    /// One cell; does not make the whole column. Loops over many rows ask for all() first: that is quicker.
    T operator[](size_t row) const { return held_->at(row); }
    T front() const { return held_->at(0); }
    T back() const { return held_->at(size() - 1); }

    /// All cells. The first call on an edited version copies the column.
    const std::vector<T>& all() const
    {
        static const std::vector<T> none;
        return held_ ? held_->all() : none;
    }
    operator const std::vector<T>&() const { return all(); } // NOLINT(google-explicit-constructor)
    auto begin() const { return all().begin(); }
    auto end() const { return all().end(); }
    const T* data() const { return all().data(); }

    /// How often each code from 0 to `codes` − 1 occurs; counted once.
    const std::vector<int>& occurrences(size_t codes) const requires std::is_same_v<T, int>
    {
        static const std::vector<int> none;
        return held_ ? held_->occurrences(codes) : none;
    }

    /// True when both are the same cells: nobody has to compare them.
    bool isSharedWith(const Cells& other) const { return held_ == other.held_; }
    /// True when all() has nothing left to do.
    bool isMade() const { return !held_ || held_->isMade; }

    bool operator==(const Cells& other) const { return isSharedWith(other) || all() == other.all(); }

private:
    struct Held {
        explicit Held(std::vector<T> cells)
            : size(cells.size())
            , values(std::move(cells))
            , isMade(true)
        {
        }
        Held(Cells from, CellEdits<T> changes)
            : base(std::move(from))
            , edits(std::move(changes))
            , kept(base.size() - removedRows().size())
            , size(kept + edits.appended.size())
        {
        }

        Held(Cells from, std::shared_ptr<const std::vector<int>> rows)
            : base(std::move(from))
            , picks(std::move(rows))
            , size(picks->size())
        {
        }

        Held(size_t count, std::function<std::vector<T>()> make)
            : maker(std::move(make))
            , size(count)
        {
        }

        const std::vector<int>& removedRows() const
        {
            static const std::vector<int> none;
            return edits.removed ? *edits.removed : none;
        }

        T renumbered(T value) const
        {
            if constexpr (std::is_same_v<T, int>) {
                if (value >= 0 && !edits.renumbered.empty())
                    return edits.renumbered[size_t(value)];
            }
            return value;
        }

        T at(size_t row)
        {
            if (isMade || maker)
                return all()[row];
            if (picks)
                return base[size_t((*picks)[row])];
            if (row >= kept)
                return edits.appended[row - kept];
            // Rows of the base before this one that are gone: the j-th of them stood at row + j or before.
            const std::vector<int>& removed = removedRows();
            size_t gone = 0;
            for (size_t end = removed.size(); gone < end;) {
                const size_t middle = (gone + end) / 2;
                if (size_t(removed[middle]) - middle <= row)
                    gone = middle + 1;
                else
                    end = middle;
            }
            const int old = int(row + gone);
            const auto found = std::lower_bound(edits.changed.begin(), edits.changed.end(), old,
                [](const auto& cell, int wanted) { return cell.first < wanted; });
            const bool isChanged = found != edits.changed.end() && found->first == old;
            return isChanged ? found->second : renumbered(base[size_t(old)]);
        }

        const std::vector<T>& all()
        {
            if (!isMade)
                std::call_once(once, [this] { make(); });
            return values;
        }

        void make()
        {
            if (maker)
                values = maker();
            else if (picks)
                pick();
            else
                edit();
            isMade = true;
        }

        /// Leaves the base as it is: of a long one few cells are wanted.
        void pick()
        {
            values.reserve(size);
            for (const int row : *picks)
                values.push_back(base[size_t(row)]);
        }

        void edit()
        {
            const std::vector<T>& old = base.all();
            std::vector<T> made;
            made.reserve(size);
            auto next = old.begin();
            for (const int row : removedRows()) {
                made.insert(made.end(), next, old.begin() + row);
                next = old.begin() + row + 1;
            }
            made.insert(made.end(), next, old.end());
            if (!edits.renumbered.empty())
                std::transform(
                    made.begin(), made.end(), made.begin(), [this](T value) { return renumbered(value); });
            auto removed = removedRows().begin();
            size_t gone = 0;
            for (const auto& [row, value] : edits.changed) {
                while (removed != removedRows().end() && *removed < row) {
                    ++removed;
                    ++gone;
                }
                if (removed == removedRows().end() || *removed != row)
                    made[size_t(row) - gone] = value;
            }
            made.insert(made.end(), edits.appended.begin(), edits.appended.end());
            values = std::move(made);
        }

        const std::vector<int>& occurrences(size_t codes)
        {
            std::call_once(counted, [&] {
                counts.assign(codes, 0);
                for (const T code : all()) {
                    if (code >= 0)
                        ++counts[size_t(code)];
                }
            });
            return counts;
        }

        Cells base; ///< null: this holds all cells itself
        CellEdits<T> edits;
        std::shared_ptr<const std::vector<int>> picks; ///< rows of the base; null: all, with the edits
        std::function<std::vector<T>()> maker;         ///< of all cells; null: they come from the base
        size_t kept = 0;                               ///< rows of the base that are left
        size_t size = 0;
        std::vector<T> values; ///< once `isMade`
        std::atomic<bool> isMade = false;
        std::once_flag once;
        std::once_flag counted;
        std::vector<int> counts; ///< of codes, once asked for
    };

    std::shared_ptr<Held> held_;
};

} // namespace tangent
