// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/link_references.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace tangent {

namespace {

struct Definition {
    QString name; ///< as written
    QString href;
    int line = 0;
    bool used = false;
};

using Definitions = QMap<QString, Definition>;

QString keyOf(const QString& name)
{
    return name.simplified().toCaseFolded();
}

/// Takes the definitions out of both texts, which agree in length and lines.
Definitions takeDefinitions(
    QStringList* lines, QStringList* masked, int firstLine, std::vector<NoteComplaint>* complaints)
{
    static const QRegularExpression form(QStringLiteral("^ {0,3}\\[([^\\[\\]]+)\\]:\\s+(\\S+)\\s*$"));
    Definitions definitions;
    for (qsizetype i = 0; i < lines->size(); ++i) {
        const auto match = form.match((*masked)[i]);
        if (!match.hasMatch())
            continue;
        const QString key = keyOf(match.captured(1));
        const int line = firstLine + int(i);
        if (definitions.contains(key))
            complaints->push_back({line,
                QStringLiteral("The link “%1” is defined twice; the first one counts.")
                    .arg(match.captured(1))});
        else
            definitions[key] = {match.captured(1), match.captured(2), line};
        (*lines)[i].clear();
        (*masked)[i].clear();
    }
    return definitions;
}

} // namespace

QString withLinksInline(const QString& body, int firstLine, std::vector<NoteComplaint>* complaints)
{
    QStringList lines = body.split(QLatin1Char('\n'));
    QStringList maskedLines = liftFormulas(body, firstLine).masked.split(QLatin1Char('\n'));
    Definitions definitions = takeDefinitions(&lines, &maskedLines, firstLine, complaints);
    const QString text = lines.join(QLatin1Char('\n'));
    const QString masked = maskedLines.join(QLatin1Char('\n'));

    static const QRegularExpression use(
        QStringLiteral("(?<![!\\\\])\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\](\\[([^\\[\\]]+)\\])"));
    QString result;
    qsizetype copied = 0;
    int line = firstLine;
    for (auto match = use.globalMatch(masked); match.hasNext();) {
        const auto link = match.next();
        const auto start = link.capturedStart(1);
        const QStringView before = QStringView(text).mid(copied, start - copied);
        line += int(before.count(QLatin1Char('\n')));
        result += before;
        copied = start;
        const auto found = definitions.find(keyOf(link.captured(2)));
        if (found == definitions.end()) {
            complaints->push_back({line,
                QStringLiteral("The link “%1” has no definition: write a line [%1]: and its address.")
                    .arg(link.captured(2))});
            continue;
        }
        found->used = true;
        result += QLatin1Char('(') + found->href + QLatin1Char(')');
        line += int(link.captured(1).count(QLatin1Char('\n')));
        copied = link.capturedEnd(1);
    }
    result += QStringView(text).mid(copied);
    for (const Definition& definition : std::as_const(definitions)) {
        if (!definition.used)
            complaints->push_back(
                {definition.line, QStringLiteral("Nothing uses the link “%1”.").arg(definition.name)});
    }
    return result;
}

} // namespace tangent
