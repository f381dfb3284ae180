// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/table_versions.h"

#include "app/lab/data/retype.h"
#include "app/lab/data/standing_patch.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>

namespace tangent {

namespace {

/// A version of a table that was made: from what, as what was asked and as it is written.
struct Version {
    TablePointer base;
    QString asked;
    QString canonical;
    QStringList complaints;
    TablePointer made;
    std::shared_ptr<const StandingPatch> patch; ///< of a patched table
};

/// Cells that a version holds itself by now, beside those it shares with its base.
qsizetype ownCells(const Version& version)
{
    qsizetype cells = 0;
    for (size_t i = 0; i < version.made->columns.size(); ++i) {
        const Column& column = version.made->columns[i];
        const Column& base = version.base->columns[i];
        const bool isShared =
            column.numbers.isSharedWith(base.numbers) && column.codes.isSharedWith(base.codes);
        if (!isShared && column.numbers.isMade() && column.codes.isMade())
            cells += version.made->rowCount();
    }
    return cells;
}

/// The last few versions of one sort.
class Kept {
public:
    TablePointer get(const TablePointer& base, QString* asked, QStringList* complaints,
        const std::function<void(Version*)>& make,
        const std::function<bool(const Version&, Version*)>& makeFrom = {})
    {
        constexpr size_t keptTables = 4;
        constexpr qsizetype keptCells = 4'000'000; // of their own; of more only the newest version is kept
        const std::lock_guard lock(mutex_);
        for (const Version& one : versions_) {
            if (one.base == base && (one.asked == *asked || one.canonical == *asked)) {
                *asked = one.canonical;
                if (complaints)
                    *complaints += one.complaints;
                return one.made;
            }
        }
        Version version{base, *asked, {}, {}, {}, {}};
        const bool isGrown = makeFrom
            && std::any_of(versions_.begin(), versions_.end(),
                [&](const Version& one) { return one.base == base && makeFrom(one, &version); });
        if (!isGrown)
            make(&version);
        versions_.push_front(version);
        qsizetype cells = 0;
        for (size_t i = 0; i < versions_.size(); ++i) {
            cells += ownCells(versions_[i]);
            if (i > 0 && (i >= keptTables || cells > keptCells)) {
                versions_.resize(i);
                break;
            }
        }
        *asked = version.canonical;
        if (complaints)
            *complaints += version.complaints;
        return version.made;
    }

private:
    std::mutex mutex_;
    std::deque<Version> versions_; ///< the newest first
};

} // namespace

TablePointer retypedTable(const TablePointer& original, QStringList* items, QStringList* complaints)
{
    static Kept kept;
    if (items->isEmpty())
        return original;
    const QChar part(0x1f); // no column of a file holds this
    QString asked = items->join(part);
    const TablePointer made = kept.get(original, &asked, complaints, [&](Version* version) {
        const auto types = minimalTypes(readTypes(*items, *original, &version->complaints), *original);
        QStringList canonical;
        for (const ChosenType& type : types)
            canonical << typeItem(type);
        version->canonical = canonical.join(part);
        version->made = withTypes(original, types);
    });
    *items = asked.split(part, Qt::SkipEmptyParts);
    return made;
}

TablePointer patchedTable(const TablePointer& base, QString* patch, QStringList* complaints)
{
    static Kept kept;
    const auto keep = [](StandingPatch standing, Version* version) {
        version->patch = std::make_shared<const StandingPatch>(std::move(standing));
        version->made = version->patch->table();
        version->canonical = version->patch->canonical();
    };
    const auto make = [&](Version* version) {
        keep(StandingPatch(version->base, version->asked, &version->complaints), version);
    };
    const auto makeFrom = [&](const Version& before, Version* version) {
        auto grown = before.patch->grownTo(version->asked);
        if (grown)
            keep(std::move(*grown), version);
        return grown.has_value();
    };
    return kept.get(base, patch, complaints, make, makeFrom);
}

TablePointer sampledTable(const TablePointer& whole, int count, quint64 seed)
{
    static Kept kept;
    QString asked = QStringLiteral("%1,%2").arg(count).arg(seed);
    return kept.get(whole, &asked, nullptr, [&](Version* version) {
        version->canonical = version->asked;
        version->made = sampledRows(whole, count, seed);
    });
}

} // namespace tangent
