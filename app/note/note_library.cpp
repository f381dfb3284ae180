// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_library.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tangent {

namespace {

/// About 120 characters around a place, cut at blanks.
QString snippetAround(const QString& plain, qsizetype at)
{
    constexpr qsizetype before = 45;
    constexpr qsizetype length = 120;
    qsizetype from = std::max<qsizetype>(0, at - before);
    if (from > 0)
        from = plain.indexOf(QLatin1Char(' '), from) + 1;
    qsizetype to = std::min(plain.size(), from + length);
    if (to < plain.size())
        to = std::max(from, plain.lastIndexOf(QLatin1Char(' '), to));
    QString snippet = plain.mid(from, to - from);
    if (from > 0)
        snippet.prepend(QStringLiteral("… "));
    if (to < plain.size())
        snippet.append(QStringLiteral(" …"));
    return snippet;
}

} // namespace

NoteLibrary::NoteLibrary(const QString& root)
{
    QDirIterator files(root, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        if (file.dir() != QDir(root))
            files_[file.completeBaseName()] = file.filePath();
    }
}

const NoteLibrary::Loaded* NoteLibrary::load(const QString& topic) const
{
    if (const auto found = loaded_.constFind(topic); found != loaded_.constEnd())
        return &*found;
    const QString path = files_.value(topic);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return nullptr;
    Loaded loaded;
    loaded.note = parseNote(QString::fromUtf8(file.readAll()), &loaded.complaints);
    const QString chapter = QFileInfo(path).dir().dirName();
    const auto agree = [&](QString* written, const QString& place, const char* what) {
        if (!written->isEmpty() && *written != place)
            loaded.complaints.push_back({1,
                QStringLiteral("The note names the %1 “%2” but lies under “%3”.")
                    .arg(QLatin1String(what), *written, place)});
        *written = place;
    };
    agree(&loaded.note.topic, topic, "topic");
    agree(&loaded.note.chapter, chapter, "chapter");
    loaded.plain = plainText(loaded.note.body);
    return &*loaded_.insert(topic, std::move(loaded));
}

const Note* NoteLibrary::find(const QString& topic) const
{
    const Loaded* loaded = load(topic);
    return loaded ? &loaded->note : nullptr;
}

std::vector<NoteComplaint> NoteLibrary::complaints(const QString& topic) const
{
    const Loaded* loaded = load(topic);
    return loaded ? loaded->complaints : std::vector<NoteComplaint>();
}

std::vector<NoteHit> NoteLibrary::search(const QString& text, int maximum) const
{
    std::vector<NoteHit> hits;
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return hits;
    const QStringList all = topics();
    for (const QString& topic : all) {
        const Loaded* loaded = load(topic);
        if (!loaded)
            continue;
        NoteHit hit{topic, loaded->note.title, {}, 0};
        bool every = true;
        for (const QString& word : words) {
            const auto inTitle = loaded->note.title.indexOf(word, 0, Qt::CaseInsensitive);
            const auto inBody = loaded->plain.indexOf(word, 0, Qt::CaseInsensitive);
            every = every && (inTitle >= 0 || inBody >= 0 || topic.contains(word, Qt::CaseInsensitive));
            hit.score += inTitle == 0                       ? 100
                : inTitle > 0                               ? 60
                : topic.contains(word, Qt::CaseInsensitive) ? 50
                                                            : 0;
            hit.score += std::min<double>(20, double(loaded->plain.count(word, Qt::CaseInsensitive)));
            if (inBody >= 0 && hit.snippet.isEmpty())
                hit.snippet = snippetAround(loaded->plain, inBody);
        }
        if (every)
            hits.push_back(hit);
    }
    std::stable_sort(
        hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    if (int(hits.size()) > maximum)
        hits.resize(size_t(maximum));
    return hits;
}

} // namespace tangent
