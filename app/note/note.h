// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_text.h"

#include <QStringList>

#include <vector>

namespace tangent {

/// A note as a value: its front matter and its Markdown.
struct Note {
    /// One item of the numbered list under “Try it”.
    struct TryIt {
        struct Step {
            QString text; ///< of the link, plain
            QString query;
            bool fromDefaults = false;
            bool operator==(const Step&) const = default;
        };
        QString text;              ///< plain, for the talk's bar
        QString query;             ///< of the item's first lab link; empty when it has none
        bool fromDefaults = false; ///< that link starts from the defaults
        std::vector<Step> steps;   ///< all lab links of the item, the first one included
        QString source;            ///< Markdown of the item, without its number
        int line = 0;              ///< of the source on which it begins
        bool operator==(const TryIt&) const = default;
    };
    QString title;
    QString chapter;
    QString topic;
    std::vector<int> rows; ///< rows of the syllabus that it covers
    QStringList prerequisites;
    QStringList sources;
    QString challenge;     ///< conditions of the goal; empty: no challenge
    QString challengeText; ///< the paragraph that holds the goal link, plain
    QString solution;      ///< query of a state that meets the challenge
    QString body;          ///< Markdown after the front matter
    int bodyLine = 1;      ///< line of the source on which the body begins
    std::vector<TryIt> tryIt;
    int words = 0;
};

/// Reads a note. Front matter stands between two lines `---`: `key: value`, or `key:` and lines `  - item`.
/// Everything readable is kept; what is wrong is added to `complaints`, sorted by line.
Note parseNote(const QString& text, std::vector<NoteComplaint>* complaints);

/// What a query becomes when a link adds its pairs: later ones win. A link that starts from the defaults, or
/// that names a preset, forgets what was before.
QString mergedQuery(const QString& before, const QString& query, bool fromDefaults);

/// The query that leads from the defaults to link `step` of item `index` of Try it (both from 0): all
/// lab links up to it, merged.
QString queryOfItem(const Note& note, int index, int step = 0);

} // namespace tangent
