// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace tangent {

/// One item of a numbered Markdown list with the lines that belong to it.
struct NumberedItem {
    int firstLine = 0; ///< index of its first line
    int lastLine = 0;  ///< behind its last one
    QStringList lines; ///< without the number
};

bool isHeading(const QString& line);

/// The items between two line indices; a heading ends the list.
std::vector<NumberedItem> numberedItems(const QStringList& lines, int from, int to);

} // namespace tangent
