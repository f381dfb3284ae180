// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/session.h"

#include "app/lab/bounded_file.h"
#include "app/lab/data/csv.h"
#include "app/lab/link_text.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"
#include "app/lab/whole_file.h"

#include <QFile>
#include <QFileInfo>

namespace tangent {

namespace {

void say(Streams* streams, const QString& sentence)
{
    streams->err += sentence + QLatin1Char('\n');
}

/// `KEY=VALUE` of an option; a complaint when there is no equals sign.
std::optional<std::pair<QString, QString>> pairOf(
    const QString& option, const QString& text, Streams* streams)
{
    const auto equals = text.indexOf(QLatin1Char('='));
    if (equals > 0)
        return std::make_pair(text.left(equals), text.mid(equals + 1));
    say(streams, QStringLiteral("--%1 takes KEY=VALUE, not “%2”.").arg(option, text));
    return std::nullopt;
}

std::optional<Request> requestOf(const QString& linkOrFile, DataCatalogue& catalogue, Streams* streams)
{
    QString complaint;
    if (linkOrFile.endsWith(QLatin1String(".tangent"))) {
        const auto bytes = readFile(linkOrFile, streams);
        if (!bytes)
            return std::nullopt;
        const auto request = readStateFile(*bytes, catalogue, &complaint);
        if (!request)
            say(streams, linkOrFile + QStringLiteral(": ") + complaint);
        return request;
    }
    const auto request = readLink(linkOrFile, &complaint);
    if (!request)
        say(streams, complaint);
    return request;
}

/// ROWS or ROWS,SEED of --sample.
bool readSample(const QString& text, CsvOptions* options, Streams* streams)
{
    const QStringList parts = text.split(QLatin1Char(','));
    bool isRows = false;
    bool isSeed = true;
    options->sampleRows = parts.first().toInt(&isRows);
    if (parts.size() == 2)
        options->sampleSeed = parts.last().toULongLong(&isSeed);
    if (isRows && isSeed && options->sampleRows >= 1 && parts.size() <= 2)
        return true;
    say(streams,
        QStringLiteral("--sample takes a number of rows, or ROWS,SEED, not “%1”.").arg(text.left(40)));
    return false;
}

/// The table of --data, or a sample of it.
TablePointer tableOf(const QCommandLineParser& parser, DataCatalogue& catalogue, Streams* streams)
{
    const QString file = parser.value(QStringLiteral("data"));
    CsvOptions options;
    options.fileName = QFileInfo(file).fileName();
    const QString sample = parser.value(QStringLiteral("sample"));
    if (!sample.isEmpty() && !readSample(sample, &options, streams))
        return nullptr;
    QString complaint;
    const auto bytes = readFileUpTo(file, largestSampledFile, &complaint);
    if (!bytes) {
        say(streams, complaint);
        return nullptr;
    }
    const CsvResult read = readCsv(*bytes, options);
    if (!read.table)
        say(streams,
            file + QStringLiteral(": ") + read.complaint
                + (read.sampleRows > 0 ? QStringLiteral(" Add --sample %1.").arg(read.sampleRows)
                                       : QString()));
    catalogue.addTable(read.table);
    return read.table;
}

bool applyOptions(const QCommandLineParser& parser, const Lab& lab, DataCatalogue& catalogue,
    Request* request, Streams* streams)
{
    if (parser.isSet(QStringLiteral("data"))) {
        const TablePointer table = tableOf(parser, catalogue, streams);
        if (!table)
            return false;
        request->encoded[QStringLiteral("data")] = encodeText(table->name);
    } else if (parser.isSet(QStringLiteral("sample"))) {
        say(streams, QStringLiteral("--sample draws rows of a file: name it with --data FILE."));
        return false;
    }
    for (const QString& role : {QStringLiteral("features"), QStringLiteral("label")}) {
        if (parser.isSet(role))
            request->encoded[role] = parser.value(role);
    }
    for (const QString& option : {QStringLiteral("role"), QStringLiteral("set")}) {
        const QStringList given = parser.values(option);
        for (const QString& item : given) {
            const auto pair = pairOf(option, item, streams);
            if (!pair)
                return false;
            request->encoded[pair->first] = pair->second;
        }
    }
    const QStringList files = parser.values(QStringLiteral("set-file"));
    for (const QString& item : files) {
        const auto pair = pairOf(QStringLiteral("set-file"), item, streams);
        const auto bytes = pair ? readFile(pair->second, streams) : std::nullopt;
        if (!bytes)
            return false;
        const Settled defaults = settle(lab, {}, catalogue);
        const Parameter* parameter = findParameter(defaults.parameters, pair->first);
        const bool isText = parameter && parameter->kind == Parameter::Kind::Text;
        const QString content = QString::fromUtf8(*bytes);
        request->encoded[pair->first] = isText ? encodeText(content) : content.trimmed();
    }
    return true;
}

} // namespace

void addInputOptions(QCommandLineParser* parser)
{
    parser->addOptions({
        {QStringLiteral("data"), QStringLiteral("Read the table from FILE (CSV or TSV)."),
            QStringLiteral("FILE")},
        {QStringLiteral("sample"),
            QStringLiteral("Read so many rows of it, drawn by chance; the same seed, the same rows."),
            QStringLiteral("ROWS[,SEED]")},
        {QStringLiteral("features"), QStringLiteral("Columns that are the features."), QStringLiteral("a,b")},
        {QStringLiteral("label"), QStringLiteral("Column that is the label."), QStringLiteral("c")},
        {QStringLiteral("role"), QStringLiteral("Columns for a role of the lab."),
            QStringLiteral("NAME=COLUMN[,COLUMN]")},
        {QStringLiteral("set"), QStringLiteral("Set a parameter; beats the link."),
            QStringLiteral("KEY=VALUE")},
        {QStringLiteral("set-file"), QStringLiteral("Set a parameter from a file."),
            QStringLiteral("KEY=PATH")},
        {QStringLiteral("lenient"), QStringLiteral("Go on with what could be understood.")},
    });
}

std::optional<Subject> subjectOf(
    const QString& linkOrFile, const QCommandLineParser& parser, DataCatalogue& catalogue, Streams* streams)
{
    auto request = requestOf(linkOrFile, catalogue, streams);
    if (!request)
        return std::nullopt;
    Subject subject;
    QString complaint;
    subject.lab = findLab(request->topic, &complaint);
    if (!subject.lab) {
        say(streams, complaint);
        return std::nullopt;
    }
    if (!applyOptions(parser, *subject.lab, catalogue, &*request, streams))
        return std::nullopt;
    subject.settled = settle(*subject.lab, *request, catalogue);
    for (const Complaint& complaint : subject.settled.complaints)
        say(streams, complaint.sentence);
    if (!subject.settled.complaints.empty() && !parser.isSet(QStringLiteral("lenient")))
        return std::nullopt;
    Stages stages;
    subject.scene = computeScene(*subject.lab, subject.settled, stages);
    return subject;
}

bool writeFile(const QString& path, const QByteArray& bytes, Streams* streams)
{
    const QString sentence = writeWholeFile(path, {bytes});
    if (!sentence.isEmpty())
        say(streams, sentence);
    return sentence.isEmpty();
}

std::optional<QByteArray> readFile(const QString& path, Streams* streams)
{
    const bool isText = path.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
    const bool isState = path.endsWith(QLatin1String(".tangent"), Qt::CaseInsensitive);
    QString complaint;
    auto bytes = readFileUpTo(path,
        isText        ? largestTextFile
            : isState ? largestStateFile
                      : largestTableFile,
        &complaint);
    if (!bytes)
        say(streams, complaint);
    return bytes;
}

} // namespace tangent
