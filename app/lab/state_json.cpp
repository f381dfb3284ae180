// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/state_json.h"

#include "app/lab/data/catalogue.h"
#include "app/lab/link_text.h"
#include "widgets/scene/number_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <charconv>
#include <cmath>

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

QByteArray csvCell(const QString& cell)
{
    return '"' + cell.toUtf8().replace('"', "\"\"") + '"';
}

void appendNumber(double value, QByteArray* text)
{
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    text->append(digits, end - digits);
}

/// A table of a state file as CSV text, so that it is read and checked like any other table.
QByteArray csvOf(const QJsonObject& table)
{
    QByteArray csv;
    const auto add = [&](const QJsonValue& cell) {
        if (cell.isNull())
            csv += "NA";
        else if (cell.isDouble())
            appendNumber(cell.toDouble(), &csv);
        else
            csv += csvCell(cell.toString());
        csv += ',';
    };
    const auto endRow = [&] {
        if (csv.endsWith(','))
            csv.back() = '\n';
        else
            csv += '\n';
    };
    for (const QJsonValue& column : table[QStringLiteral("columns")].toArray())
        add(column.toString());
    endRow();
    for (const QJsonValue& row : table[QStringLiteral("rows")].toArray()) {
        for (const QJsonValue& cell : row.toArray())
            add(cell);
        endRow();
    }
    return csv;
}

QByteArray jsonString(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// A column's cells as JSON has them; each word is written out once.
class JsonCells {
public:
    explicit JsonCells(const Column& column)
        : column_(column)
    {
        for (const QString& level : column.levels)
            words_.push_back(jsonString(level));
    }

    void append(int row, QByteArray* text) const
    {
        if (column_.isMissing(row))
            *text += "null";
        else if (column_.type == Column::Type::Number)
            appendNumber(column_.numbers[size_t(row)], text);
        else
            *text += column_.isNumeric() ? jsonString(column_.text(row))
                                         : words_[size_t(column_.codes[size_t(row)])];
    }

private:
    const Column& column_;
    std::vector<QByteArray> words_;
};

/// A table as the JSON text of a state file: a document of as many values would take seconds.
QByteArray tableText(const Table& table)
{
    QByteArray text = "{\"columns\":[";
    std::vector<JsonCells> cells;
    for (const Column& column : table.columns) {
        text += (cells.empty() ? "" : ",") + jsonString(column.name);
        cells.emplace_back(column);
    }
    text += "],\"rows\":[";
    for (int row = 0; row < table.rowCount(); ++row) {
        text += row > 0 ? ",[" : "[";
        for (size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                text += ',';
            cells[i].append(row, &text);
        }
        text += ']';
    }
    text += ']';
    if (!table.rowIds.empty() && table.rowIds.back() != table.rowCount()) {
        text += ",\"row-ids\":["; // of a sample: the patch names its rows by them
        for (const int id : table.rowIds)
            text += QByteArray::number(id) + ',';
        text.back() = ']';
    }
    return text + '}';
}

/// Gives a table the ids that its file names, where they are as many and rise.
TablePointer withRowIds(const TablePointer& table, const QJsonArray& ids)
{
    if (ids.size() != table->rowCount())
        return table;
    std::vector<int> rising;
    for (const QJsonValue& id : ids) {
        if (id.toInt() <= (rising.empty() ? 0 : rising.back()))
            return table;
        rising.push_back(id.toInt());
    }
    auto changed = std::make_shared<Table>(*table);
    changed->rowIds = std::move(rising);
    return changed;
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

QByteArray writeStateFile(const Settled& settled, TableInFile table)
{
    QJsonObject state;
    for (auto value = settled.state.values.constBegin(); value != settled.state.values.constEnd(); ++value) {
        const Parameter* parameter = findParameter(settled.parameters, value.key());
        state[value.key()] = valueToJson(parameter ? *parameter : Parameter(), value.value());
    }
    QJsonObject file{{QStringLiteral("format"), 1}, {QStringLiteral("topic"), settled.state.topic},
        {QStringLiteral("state"), state}};
    if (!carriesTable(settled) || table == TableInFile::No)
        return QJsonDocument(file).toJson();
    const QByteArray own = tableText(*settled.original);
    constexpr int longTable = 2000; // rows; written without indentation
    if (settled.original->rowCount() <= longTable) {
        file[QStringLiteral("table")] = QJsonDocument::fromJson(own).object();
        return QJsonDocument(file).toJson();
    }
    QByteArray text = QJsonDocument(file).toJson(QJsonDocument::Compact);
    text.chop(1); // the closing brace
    return text + ",\"table\":" + own + '}';
}

std::optional<Request> readStateFile(const QByteArray& bytes, DataCatalogue& catalogue, QString* complaint)
{
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
    const QJsonObject file = document.object();
    if (file[QStringLiteral("format")].toInt() != 1) {
        *complaint = QStringLiteral("The state file is of format %1; this program reads format 1.")
                         .arg(file[QStringLiteral("format")].toInt());
        return std::nullopt;
    }
    Request request;
    request.topic = file[QStringLiteral("topic")].toString();
    const QJsonObject state = file[QStringLiteral("state")].toObject();
    for (auto value = state.constBegin(); value != state.constEnd(); ++value) {
        const bool isPatch = value.key() == QLatin1String("patch"); // kept as links keep it
        if (!value.value().isNull())
            request.encoded[value.key()] = isPatch ? value.value().toString() : encodedJson(value.value());
    }
    if (file.contains(QStringLiteral("table"))) {
        QString name = state[QStringLiteral("data")].toString();
        name = name.startsWith(QLatin1String("file:")) ? name.mid(5).section(QLatin1Char('@'), 0, -2)
                                                       : QStringLiteral("table.csv");
        const TablePointer table =
            catalogue.addFile(name, csvOf(file[QStringLiteral("table")].toObject()), complaint);
        if (!table)
            return std::nullopt;
        const QJsonObject object = file[QStringLiteral("table")].toObject();
        if (object.contains(QStringLiteral("row-ids")))
            catalogue.addTable(withRowIds(table, object[QStringLiteral("row-ids")].toArray()));
        request.encoded[QStringLiteral("data")] = encodeText(table->name);
    }
    return request;
}

} // namespace tangent
