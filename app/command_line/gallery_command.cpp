// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/command_line/window_picture.h"
#include "app/lab/registry.h"
#include "app/note/formula.h"
#include "app/note/note_library.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTextDocument>

namespace tangent {

namespace {

const char* const style = R"(
:root { color-scheme: light dark; --ink: #1b1e23; --muted: #5b6472; --line: #dfe2e8; --surface: #fff; --panel: #f6f7f2; --accent: #2459c9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --muted: #9aa3b2; --line: #343943; --surface: #1b1e23; --panel: #14161a; --accent: #7aabff; } }
body { margin: 0; background: var(--panel); color: var(--ink); font: 16px/1.55 Inter, system-ui, sans-serif; }
main { max-width: 1100px; margin: 0 auto; padding: 32px 20px; }
.labs { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 20px; }
.labs a { display: block; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 12px; color: inherit; text-decoration: none; }
img.picture { width: 100%; height: auto; border-radius: 6px; }
article { max-width: 68ch; }
article a { color: var(--accent); }
img.formula { vertical-align: middle; }
@media (prefers-color-scheme: dark) { img.formula { filter: invert(1); } }
)";

QString page(const QString& title, const QString& body)
{
    return QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        "<title>%1</title><style>%2</style></head><body><main>\n%3\n</main></body></html>\n")
        .arg(title.toHtmlEscaped(), QString::fromLatin1(style), body);
}

/// The inside of the body of Qt's HTML, without its inline fonts.
QString htmlOf(const QString& markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    QString html = document.toHtml();
    static const QRegularExpression bodyForm(
        QStringLiteral("<body[^>]*>(.*)</body>"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression styleForm(QStringLiteral(" style=\"[^\"]*\""));
    return bodyForm.match(html).captured(1).remove(styleForm);
}

/// A note as a page: live links that need the program become links of the `tangent:` scheme or plain text.
QString noteHtml(const Note& note, QStringList* formulaNames)
{
    const NoteText text = liftFormulas(note.body);
    QString html = htmlOf(text.markdown);
    for (size_t i = 0; i < text.formulas.size(); ++i) {
        const QString name = formulaName(text.formulas[i].tex, text.formulas[i].display);
        *formulaNames << name;
        html.replace(QChar(char16_t(firstPlaceholder + i)),
            QStringLiteral("<img class=\"formula\" alt=\"%1\" src=\"formulas/%2.svg\">")
                .arg(text.formulas[i].tex.toHtmlEscaped(), name));
    }
    html.replace(QRegularExpression(QStringLiteral("href=\"lab:=?\\?")),
        QStringLiteral("href=\"tangent:%1?").arg(note.topic));
    html.replace(QRegularExpression(QStringLiteral("<a href=\"(?:drag|show|goal):[^\"]*\">(.*?)</a>")),
        QStringLiteral("<b>\\1</b>"));
    return html;
}

/// A formula's picture with its size in ex, as browsers read it.
QByteArray sizedFormula(const QString& name)
{
    QFile file(QStringLiteral(":/formulas/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString svg = QString::fromUtf8(file.readAll());
    svg.replace(QStringLiteral("data-width-ex=\""), QStringLiteral("width=\""));
    svg.replace(QStringLiteral("data-height-ex=\""), QStringLiteral("height=\""));
    static const QRegularExpression size(
        QStringLiteral(" (width|height)=\"([0-9.]+)\"(?=[^>]*viewBox|[^<]*>)"));
    const auto end = svg.indexOf(QLatin1Char('>'));
    QString head = svg.left(end);
    head.replace(size, QStringLiteral(" \\1=\"\\2ex\""));
    return (head + svg.mid(end)).toUtf8();
}

struct Page {
    const Lab* lab;
    QString id;
    QString title;
};

bool writeLab(const Page& one, const QDir& folder, DataCatalogue& catalogue, Streams* streams)
{
    Subject subject;
    subject.lab = one.lab;
    subject.settled = settle(*one.lab, {}, catalogue);
    Stages stages;
    subject.scene = computeScene(*one.lab, subject.settled, stages);
    const QByteArray picture = windowPictureOf(subject, {}, catalogue);
    if (!writeFile(folder.filePath(one.id + QStringLiteral(".png")), picture, streams))
        return false;
    static const NoteLibrary notes(QStringLiteral(":/notes"));
    const Note* note = notes.find(one.id);
    QStringList formulas;
    const QString body =
        QStringLiteral("<p><a href=\"index.html\">All labs</a></p><img class=\"picture\" src=\"%1.png\" "
                       "alt=\"%2\"><article>%3</article>")
            .arg(one.id, subject.scene.narration.toHtmlEscaped().remove(QStringLiteral("**")),
                note ? noteHtml(*note, &formulas) : QString());
    for (const QString& name : std::as_const(formulas)) {
        if (!writeFile(
                folder.filePath(QStringLiteral("formulas/%1.svg").arg(name)), sizedFormula(name), streams))
            return false;
    }
    return writeFile(
        folder.filePath(one.id + QStringLiteral(".html")), page(one.title, body).toUtf8(), streams);
}

} // namespace

int runGallery(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    const QCommandLineOption output(
        QStringLiteral("o"), QStringLiteral("The folder to write."), QStringLiteral("DIR"));
    parser.addOption(output);
    parser.addPositionalArgument(
        QStringLiteral("TOPIC"), QStringLiteral("Only these labs."), QStringLiteral("[TOPIC…]"));
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, -1, streams, &exitCode))
        return exitCode;
    if (!parser.isSet(output)) {
        streams->err += QStringLiteral("Say where to: -o FOLDER.\n");
        return exitInput;
    }
    const QStringList wanted = parser.positionalArguments();
    for (const QString& topic : wanted) {
        QString complaint;
        if (!findLab(topic, &complaint)) {
            streams->err += complaint + QLatin1Char('\n');
            return exitInput;
        }
    }
    const QDir folder(parser.value(output));
    if (!folder.mkpath(QStringLiteral("formulas"))) {
        streams->err += QStringLiteral("Cannot make the folder %1.\n").arg(folder.path());
        return exitMachine;
    }
    QString index = QStringLiteral("<h1>Tangent</h1>");
    for (const Chapter& chapter : chapters()) {
        QString cards;
        for (const auto& lab : allLabs()) {
            const LabInfo info = lab->info();
            if (info.chapter != chapter.id || (!wanted.isEmpty() && !wanted.contains(info.id)))
                continue;
            if (!writeLab({lab.get(), info.id, info.title}, folder, catalogue, streams))
                return exitMachine;
            cards += QStringLiteral(
                "<a href=\"%1.html\"><img class=\"picture\" src=\"%1.png\" alt=\"\"><strong>%2</strong></a>")
                         .arg(info.id, info.title.toHtmlEscaped());
        }
        if (!cards.isEmpty())
            index += QStringLiteral("<h2>%1</h2><div class=\"labs\">%2</div>")
                         .arg(chapter.title.toHtmlEscaped(), cards);
    }
    return writeFile(folder.filePath(QStringLiteral("index.html")),
               page(QStringLiteral("Tangent"), index).toUtf8(), streams)
        ? exitDone
        : exitMachine;
}

} // namespace tangent
