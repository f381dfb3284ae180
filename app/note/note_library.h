// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note.h"

#include <QMap>

#include <optional>

namespace tangent {

/// A topic found by a search, with the words around the place where it was found.
struct NoteHit {
    QString topic;
    QString title;
    QString snippet; ///< empty when only the title matched
    double score = 0;
};

/// The notes below a folder, `<chapter>/<topic>.md`, read when they are first asked for.
class NoteLibrary {
public:
    /// `root` is a folder or a resource, for example ":/notes".
    explicit NoteLibrary(const QString& root);

    /// All topics that have a note, sorted.
    QStringList topics() const { return files_.keys(); }
    /// The note of a topic; null when there is none. Valid as long as the library.
    const Note* find(const QString& topic) const;
    /// What is wrong with the note of a topic.
    std::vector<NoteComplaint> complaints(const QString& topic) const;
    /// Notes that hold every word of `text` in title or body, best first: titles before bodies.
    std::vector<NoteHit> search(const QString& text, int maximum = 20) const;

private:
    struct Loaded {
        Note note;
        QString plain;
        std::vector<NoteComplaint> complaints;
    };
    const Loaded* load(const QString& topic) const;

    QMap<QString, QString> files_; ///< topic → path
    mutable QMap<QString, Loaded> loaded_;
};

} // namespace tangent
