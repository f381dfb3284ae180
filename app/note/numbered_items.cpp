// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/numbered_items.h"

#include <QRegularExpression>

namespace tangent {

bool isHeading(const QString& line)
{
    static const QRegularExpression form(QStringLiteral("^#{1,6}\\s"));
    return form.match(line).hasMatch();
}

std::vector<NumberedItem> numberedItems(const QStringList& lines, int from, int to)
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}\\d+[.)]\\s+(.*)$"));
    std::vector<NumberedItem> items;
    for (int at = from; at < to && !isHeading(lines[at]);) {
        const auto match = form.match(lines[at]);
        if (!match.hasMatch()) {
            ++at;
            continue;
        }
        NumberedItem item{at, at, {match.captured(1)}};
        for (++at; at < to && !isHeading(lines[at]) && !form.match(lines[at]).hasMatch(); ++at)
            item.lines << lines[at];
        item.lastLine = at;
        items.push_back(item);
    }
    return items;
}

} // namespace tangent
