// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace tangent {

/// What is wrong with a note, and on which line (from 1).
struct NoteComplaint {
    int line = 0;
    QString sentence;
    bool operator==(const NoteComplaint&) const = default;
};

/// One formula of a note. White space is folded as its picture's name needs it.
struct NoteFormula {
    QString tex;
    bool display = false; ///< a paragraph of its own
    int line = 0;
};

/// One Markdown link of a note.
struct NoteLink {
    QString text; ///< Markdown between the brackets
    QString href;
    int line = 0;
};

/// The first of the private-use characters that stand for formulas while Markdown is read.
inline constexpr char16_t firstPlaceholder = 0xE000;
inline constexpr int maximumFormulas = 0xF8FF - 0xE000 + 1;

/// Markdown with its formulas taken out, so that no `_` or `\` of TeX is read as Markdown.
struct NoteText {
    QString markdown; ///< formula i is the one character firstPlaceholder + i
    QString masked;   ///< as long as the source; code and formulas are blanks
    std::vector<NoteFormula> formulas;
    std::vector<NoteComplaint> complaints;
};

/// TeX as pictures are named by it: trimmed, inner runs of white space folded to one blank.
QString foldTex(const QString& tex);

/// Finds `$…$` and paragraphs `$$…$$`; code spans, fenced code and `\$` hold no formulas. Lines of the
/// source are counted from `firstLine`. The rules are those of scripts/formulas/collect.mjs.
NoteText liftFormulas(const QString& body, int firstLine = 1);

/// The `[text](href)` links of a body, in order; `text` must come from liftFormulas of the same body.
std::vector<NoteLink> findLinks(const QString& body, const NoteText& text, int firstLine = 1);

/// What is left of Markdown when its signs are gone: for search and for counting. Formulas and fenced
/// code leave a blank.
QString plainText(const QString& body);

/// Number of words in a body: runs of characters with at least one letter or digit, code and formulas
/// left out.
int countWords(const QString& body);

} // namespace tangent
