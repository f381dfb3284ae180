// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/performance/roc_auc/words.h"

namespace tangent::roc {

QString shownScore(double score)
{
    QString text = shownNumber(score);
    const QString point = shownNumber(0.5, 1).mid(1, 1);
    if (!text.contains(point) || text.contains(QLatin1Char('e')))
        return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(point))
        text.chop(point.size());
    return text;
}

} // namespace tangent::roc
