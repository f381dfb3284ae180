// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/formula.h"
#include "app/note/live_link.h"
#include "app/note/live_number.h"
#include "app/note/note.h"
#include "widgets/views/theme.h"

#include <QTextDocument>

#include <memory>
#include <vector>

namespace tangent {

/// A live link in the document: where it stands and what it does.
struct LiveSpan {
    int begin = 0; ///< position in the document
    int length = 0;
    LiveLink link;
    QString href;
    NumberPlace number; ///< from `begin`
    bool isChip() const { return link.kind == LiveLink::Kind::Show || link.kind == LiveLink::Kind::Goal; }
};

/// Blocks that lie on a surface of their own.
struct NoteCard {
    enum class Kind { Challenge, Code, Quote };
    Kind kind = Kind::Code;
    int firstBlock = 0;
    int lastBlock = 0;
};

/// A note laid out for reading.
struct NoteDocument {
    std::unique_ptr<QTextDocument> document;
    std::vector<LiveSpan> spans; ///< in reading order
    std::vector<NoteCard> cards;
    std::vector<std::pair<int, int>> tryIt; ///< first and last block of each item
};

/// Pixels of the reading column, before the reader's text scale.
struct NoteMeasures {
    static constexpr double body = 15;
    static constexpr double line = 22.5;
    static constexpr double left = 24;
    static constexpr double right = 18;
    static constexpr int characters = 60; ///< at most about so many in a line
};

/// Fills a document that no view shows yet (a shown one takes ten times as long).
NoteDocument makeNoteDocument(
    const Note& note, const std::shared_ptr<FormulaLibrary>& formulas, const Theme& theme);

/// What stands at the edges of chips: no break, and not copied.
inline constexpr QChar chipPadding(0x202F);

/// Keeps a formula and the comma behind it on one line; not copied either.
inline constexpr QChar wordJoiner(0x2060);

/// What a span shows, without the padding of chips; and the part of it that is its number.
QString spanText(const NoteDocument& note, int index);
QString numberText(const NoteDocument& note, int index);

/// Writes `text` for the number of span `index` and moves the spans behind it. True when it was another text.
bool showNumber(NoteDocument* note, int index, const QString& text);

/// Makes item `current` (from 0) of Try it stand out from the others; -1: all alike.
void emphasiseItem(NoteDocument* note, int current, const Theme& theme);

/// Where a span lies, in document coordinates, one rectangle for each line.
std::vector<QRectF> spanRects(const QTextDocument& document, const LiveSpan& span);

} // namespace tangent
