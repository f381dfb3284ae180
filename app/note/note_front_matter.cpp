// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_front_matter.h"

#include "app/lab/lab.h"
#include "app/lab/registry.h"
#include "app/note/note_style.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>

namespace tangent {

void addPrerequisites(NoteDocument* note, const QStringList& topics, const Theme& theme)
{
    if (topics.isEmpty())
        return;
    QTextCursor cursor(note->document->firstBlock());
    QTextBlockFormat title = cursor.blockFormat();
    QTextBlockFormat line = smallBlockFormat(false);
    line.setBottomMargin(title.bottomMargin());
    title.setBottomMargin(2 * textScale());
    cursor.setBlockFormat(title);
    cursor.movePosition(QTextCursor::EndOfBlock);
    const QTextCharFormat plain = smallFormat(theme);
    cursor.insertBlock(line, plain);
    cursor.insertText(QCoreApplication::translate("NoteView", "Before this: "), plain);
    for (const QString& topic : topics) {
        if (topic != topics.first())
            cursor.insertText(QStringLiteral(", "), plain);
        if (const Lab* lab = findLab(topic)) {
            LiveLink link;
            link.kind = LiveLink::Kind::Topic;
            link.address = QStringLiteral("tangent:") + topic;
            QTextCharFormat format = linkFormat(link, plain, theme);
            format.setAnchor(true);
            format.setAnchorHref(link.address);
            cursor.insertText(lab->info().title, format);
        } else {
            cursor.insertText(QString(topic).replace(QLatin1Char('-'), QLatin1Char(' ')), plain);
        }
    }
    for (NoteCard& card : note->cards) {
        ++card.firstBlock;
        ++card.lastBlock;
    }
}

void addSources(QTextDocument* document, const QStringList& sources, const Theme& theme)
{
    if (sources.isEmpty())
        return;
    QTextCursor cursor(document);
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat heading = smallFormat(theme);
    heading.setFontWeight(QFont::DemiBold);
    cursor.insertBlock(smallBlockFormat(true), heading);
    cursor.insertText(QCoreApplication::translate("NoteView", "Sources"), heading);
    for (const QString& source : sources) {
        cursor.insertBlock(smallBlockFormat(false), smallFormat(theme));
        cursor.insertText(source, smallFormat(theme));
    }
}

} // namespace tangent
