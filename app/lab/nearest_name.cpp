// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/nearest_name.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace tangent {

namespace {

int editDistance(const QString& a, const QString& b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (int i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = i + 1;
        for (int j = 0; j < b.size(); ++j) {
            const int replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({replaced, diagonal + 1, row[size_t(j)] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString& wanted, const QStringList& names)
{
    const QString start = wanted.left(100).toLower(); // hostile input stays cheap
    QString best;
    int least = std::numeric_limits<int>::max();
    for (const QString& name : names) {
        const int distance = editDistance(start, name.toLower());
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

} // namespace tangent
