// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note.h"

namespace tangent {

/// A piece of a caption.
struct CaptionPart {
    QString text;
    QString show;      ///< key of a readout whose value stands here instead of the text
    bool here = false; ///< the words of the link that leads to this stop
    bool operator==(const CaptionPart&) const = default;
};

/// One stop of a talk: a state, and the words that go with it.
struct TalkStop {
    QString topic;
    QString query; ///< from the defaults of the topic
    int item = 1;  ///< number of its item, from 1
    std::vector<CaptionPart> caption;
    QString ask;      ///< what is to be guessed before the state is shown: a readout, a handle or a figure
    QString question; ///< in words
    QString remarks;  ///< for the presenter alone
    int line = 0;     ///< of the source
    bool operator==(const TalkStop&) const = default;

    /// `tangent:topic?query`
    QString link() const;
    QString plainCaption() const;
};

/// States in an order, to be walked through before others.
struct Talk {
    QString title;
    std::vector<TalkStop> stops;
    bool operator==(const Talk&) const = default;
};

/// The talk that every note is: the items of Try it, one stop for each link, all in the note's own lab.
Talk talkOf(const Note& note);

/// Reads a talk: a Markdown file with a numbered list. Each item is a caption with links. `tangent:topic?…`
/// opens a state, `lab:?…` changes the one before it and `lab:=?…` starts from the lab's defaults; each makes
/// a stop. `show:key` is the number that stands there. `predict:key` asks for a guess before the stop that
/// follows it. Indented paragraphs after a blank line are remarks for the presenter. The first heading is the
/// title.
Talk parseTalk(const QString& text, std::vector<NoteComplaint>* complaints);

/// True for a file that is a note (its front matter names a chapter) rather than a talk.
bool isNote(const QString& text);

class DataCatalogue;

/// What is wrong with a talk's states and keys, by line: links that complain, and shown or asked keys that
/// the state does not have.
std::vector<NoteComplaint> checkTalk(const Talk& talk, DataCatalogue& catalogue);

} // namespace tangent
