// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tangent {

/// Says of a plot that its plane is that of two columns of the table, in their own units: rows can be drawn
/// into it, moved, erased and given another class. The rows that are there are the layers of points that
/// say `areRows`. What a hand draws goes into the table's patch.
struct Drawing {
    QString table;                 ///< the table's name: another one is another plane
    QStringList columns;           ///< all of the table, in its order
    QString x;                     ///< the column that is written from left to right
    QString y;                     ///< and the one from bottom to top
    QString label;                 ///< the column of the classes; empty: rows are drawn without a class
    QStringList classes;           ///< the words of `label`
    bool takesNumbersOnly = false; ///< a word of `label` has to be a number
    std::vector<quint8> colours;   ///< of the classes in this picture; empty: by their number
    int lastId = 0;                ///< new rows get the ids after this one
    QString patch;                 ///< the changes of the table that this scene shows
    int room = 100'000;            ///< so many rows can still be added
    QString remark;                ///< what whoever draws has to know of this state; empty: nothing
    QString refusal;               ///< why nothing can be drawn here now, and the cure; empty: it can
    bool operator==(const Drawing&) const = default;
};

} // namespace tangent
