// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/state_json.h"

#include "app/lab/data/catalogue.h"
#include "app/lab/data/csv.h"
#include "app/lab/link_text.h"
#include "app/lab/state_table.h"
#include "widgets/scene/number_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tangent {

namespace {

constexpr qsizetype maximumBytes = qsizetype(64) << 20;
constexpr int maximumNesting = 16;

QJsonValue cellToJson(const Cell& cell)
{
    return std::holds_alternative<double>(cell) ? QJsonValue(std::get<double>(cell))
                                                : QJsonValue(std::get<QString>(cell));
}

QString jsonPiece(const QJsonValue& value)
{
    if (value.isDouble())
        return exactNumber(value.toDouble());
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return encodeValue(QStringList(value.toString())); // a piece of a list: commas encoded
}

/// The encoded text of a JSON value, as a link would have it.
QString encodedJson(const QJsonValue& value)
{
    if (!value.isArray())
        return value.isString() ? encodeText(value.toString()) : jsonPiece(value);
    QStringList items;
    const QJsonArray array = value.toArray();
    const bool isRows = !array.isEmpty() && array.first().isArray();
    for (const QJsonValue& item : array) {
        QStringList cells;
        for (const QJsonValue& cell : item.toArray())
            cells << jsonPiece(cell);
        items << (isRows ? cells.join(QLatin1Char(',')) : jsonPiece(item));
    }
    return items.join(isRows ? QLatin1Char(';') : QLatin1Char(','));
}

int deepestNesting(const QByteArray& bytes)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

QJsonValue valueToJson(const Parameter& parameter, const Value& value)
{
    if (std::holds_alternative<std::monostate>(value))
        return {};
    if (parameter.kind == Parameter::Kind::Step && number(value) == endStep)
        return QStringLiteral("end");
    if (const bool* on = std::get_if<bool>(&value))
        return *on;
    if (const double* size = std::get_if<double>(&value))
        return *size;
    if (const QString* words = std::get_if<QString>(&value))
        return *words;
    if (const QPointF* at = std::get_if<QPointF>(&value))
        return QJsonArray{at->x(), at->y()};
    if (const QStringList* items = std::get_if<QStringList>(&value))
        return QJsonArray::fromStringList(*items);
    if (const Rows* lines = std::get_if<Rows>(&value)) {
        QJsonArray array;
        for (const Row& row : *lines) {
            QJsonArray cells;
            for (const Cell& cell : row)
                cells.append(cellToJson(cell));
            array.append(cells);
        }
        return array;
    }
    return encodeValue(value);
}

QJsonObject stateToJson(const Settled& settled, const Scene& scene)
{
    QJsonObject state;
    for (const Parameter& parameter : settled.parameters) {
        Value value = settled.values.value(parameter.key);
        const bool leftToLab = std::holds_alternative<std::monostate>(value);
        if (leftToLab)
            value = scene.resolved.value(parameter.key);
        state[parameter.key] = valueToJson(parameter, value);
    }
    for (const QString& key : {QStringLiteral("data"), QStringLiteral("patch")}) {
        if (settled.values.contains(key))
            state[key] = text(settled.values.value(key));
    }
    if (settled.values.contains(QStringLiteral("types")))
        state[QStringLiteral("types")] =
            QJsonArray::fromStringList(list(settled.values.value(QStringLiteral("types"))));
    for (auto role = settled.roles.constBegin(); role != settled.roles.constEnd(); ++role)
        state[role.key()] = QJsonArray::fromStringList(role.value());
    return state;
}

bool carriesTable(const Settled& settled)
{
    if (!hasOwnTable(settled))
        return false;
    // Numbers have up to 17 digits: what stays below is read back, what does not is named only.
    constexpr qsizetype cellBytes = 22;
    const auto rows = qsizetype(settled.original->rowCount());
    qsizetype bytes = 0;
    for (const Column& column : settled.original->columns) {
        qsizetype longest = cellBytes;
        for (const QString& level : column.levels)
            longest = std::max(longest, 2 * level.size() + 3);
        bytes += rows * longest;
    }
    return bytes < maximumBytes;
}

bool hasOwnTable(const Settled& settled)
{
    return settled.original && settled.original->name.startsWith(QLatin1String("file:"));
}

QByteArray writeStateFile(const Settled& settled, TableInFile table, const GoOn& goOn)
{
    QJsonObject state;
    for (auto value = settled.state.values.constBegin(); value != settled.state.values.constEnd(); ++value) {
        const Parameter* parameter = findParameter(settled.parameters, value.key());
        state[value.key()] = valueToJson(parameter ? *parameter : Parameter(), value.value());
    }
    QJsonObject file{{QStringLiteral("format"), 1}, {QStringLiteral("topic"), settled.state.topic},
        {QStringLiteral("state"), state}};
    if (table == TableInFile::No || !carriesTable(settled))
        return QJsonDocument(file).toJson();
    const QByteArray own = tableToJson(*settled.original, goOn);
    if (own.isEmpty())
        return {};
    constexpr int longTable = 2000; // rows; written without indentation
    if (settled.original->rowCount() <= longTable) {
        file[QStringLiteral("table")] = QJsonDocument::fromJson(own).object();
        return QJsonDocument(file).toJson();
    }
    QByteArray text = QJsonDocument(file).toJson(QJsonDocument::Compact);
    text.chop(1); // the closing brace
    return text + ",\"table\":" + own + '}';
}

std::optional<StateFile> parseStateFile(const QByteArray& bytes, QString* complaint, const GoOn& goOn)
{
    constexpr double parsed = 0.35; // of the time
    constexpr double converted = 0.7;
    if (bytes.size() > maximumBytes) {
        *complaint =
            QStringLiteral("The state file is larger than 64 MiB; keep the table in a CSV file beside it.");
        return std::nullopt;
    }
    if (deepestNesting(bytes) > maximumNesting) {
        *complaint =
            QStringLiteral("The state file is nested deeper than %1 levels; it is no state of Tangent.")
                .arg(maximumNesting);
        return std::nullopt;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        const auto line = bytes.left(error.offset).count('\n') + 1;
        *complaint =
            QStringLiteral("Line %1: %2; a state file is a JSON object.").arg(line).arg(error.errorString());
        return std::nullopt;
    }
    if (goOn && !goOn(parsed))
        return std::nullopt;
    const QJsonObject file = document.object();
    if (file[QStringLiteral("format")].toInt() != 1) {
        *complaint = QStringLiteral("The state file is of format %1; this program reads format 1.")
                         .arg(file[QStringLiteral("format")].toInt());
        return std::nullopt;
    }
    StateFile read;
    Request& request = read.request;
    request.topic = file[QStringLiteral("topic")].toString();
    const QJsonObject state = file[QStringLiteral("state")].toObject();
    for (auto value = state.constBegin(); value != state.constEnd(); ++value) {
        const bool isPatch = value.key() == QLatin1String("patch"); // kept as links keep it
        if (!value.value().isNull())
            request.encoded[value.key()] = isPatch ? value.value().toString() : encodedJson(value.value());
    }
    if (!file.contains(QStringLiteral("table")))
        return read;
    const QJsonObject table = file[QStringLiteral("table")].toObject();
    read.tableText = tableToCsv(table, partOf(goOn, parsed, converted));
    if (read.tableText.isEmpty())
        return std::nullopt;
    CsvOptions options;
    const QString name = state[QStringLiteral("data")].toString();
    options.fileName = name.startsWith(QLatin1String("file:")) ? name.mid(5).section(QLatin1Char('@'), 0, -2)
                                                               : QStringLiteral("table.csv");
    options.goOn = partOf(goOn, converted, 1);
    const CsvResult result = readCsv(read.tableText, options);
    if (!result.table) {
        *complaint = result.complaint;
        return std::nullopt;
    }
    read.table = withRowIds(result.table, table);
    request.encoded[QStringLiteral("data")] = encodeText(read.table->name);
    return read;
}

std::optional<Request> readStateFile(const QByteArray& bytes, DataCatalogue& catalogue, QString* complaint)
{
    const auto read = parseStateFile(bytes, complaint);
    if (!read)
        return std::nullopt;
    if (read->table)
        catalogue.addFile(read->table, read->tableText);
    return read->request;
}

} // namespace tangent
