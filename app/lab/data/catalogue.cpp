// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/catalogue.h"

#include "app/lab/data/builtin_sets.h"
#include "app/lab/data/csv.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/generators.h"
#include "app/lab/nearest_name.h"

#include <algorithm>

/// A static library's resources register themselves only when asked to, and only from outside any namespace.
static void registerDatasets()
{
    Q_INIT_RESOURCE(datasets);
}

namespace tangent {

namespace {

constexpr size_t keptTables = 8;

const Generator* findGenerator(const QString& name)
{
    const auto& all = generators();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Generator& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

bool isFileName(const QString& name)
{
    return name.startsWith(QLatin1String("file:"));
}

/// NAME of `file:NAME@HASH`: the last @ parts them.
QString fileOf(const QString& name)
{
    const auto at = name.lastIndexOf(QLatin1Char('@'));
    return name.mid(5, at < 5 ? -1 : at - 5);
}

} // namespace

DataCatalogue::DataCatalogue()
{
    registerDatasets();
}

DataCatalogue& DataCatalogue::shared()
{
    static DataCatalogue catalogue;
    return catalogue;
}

std::vector<DataName> DataCatalogue::names() const
{
    std::vector<DataName> all;
    for (const BuiltinSet& set : builtinSets())
        all.push_back({set.name, set.title, DataName::Kind::Builtin});
    for (const Generator& generator : generators())
        all.push_back({generator.name, generator.title, DataName::Kind::Generator});
    const std::lock_guard lock(mutex_);
    for (const TablePointer& table : files_)
        all.push_back({table->name, table->title, DataName::Kind::File});
    return all;
}

bool DataCatalogue::isGenerator(const QString& name) const
{
    return findGenerator(name) != nullptr;
}

Parameters DataCatalogue::generatorParameters(const QString& name) const
{
    const Generator* generator = findGenerator(name);
    return generator ? generator->parameters : Parameters();
}

TablePointer DataCatalogue::load(const QString& name, const Values& generatorValues, QString* complaint)
{
    TablePointer table;
    if (isFileName(name)) {
        const std::lock_guard lock(mutex_);
        const auto found =
            std::find_if(files_.begin(), files_.end(), [&](const auto& file) { return file->name == name; });
        if (found != files_.end())
            table = *found;
    } else {
        table = isGenerator(name) ? generated(name, generatorValues) : builtin(name);
    }
    if (!table && complaint)
        *complaint = refusal(name);
    return table;
}

TablePointer DataCatalogue::generated(const QString& name, const Values& values)
{
    const Generator& generator = *findGenerator(name);
    const GeneratorSettings settings(generator.parameters, values);
    const QString key = name + QLatin1Char('?') + settings.fingerprint();
    {
        const std::lock_guard lock(mutex_);
        const auto found =
            std::find_if(made_.begin(), made_.end(), [&](const Made& made) { return made.key == key; });
        if (found != made_.end()) {
            const Made hit = *found;
            made_.erase(found);
            made_.push_front(hit);
            return hit.table;
        }
    }
    auto table = std::make_shared<Table>(generator.make(settings));
    table->name = name;
    table->title = generator.title;
    const std::lock_guard lock(mutex_);
    made_.push_front({key, table});
    if (made_.size() > keptTables)
        made_.pop_back();
    return table;
}

TablePointer DataCatalogue::builtin(const QString& name)
{
    const auto& sets = builtinSets();
    const auto set =
        std::find_if(sets.begin(), sets.end(), [&](const BuiltinSet& one) { return one.name == name; });
    if (set == sets.end())
        return nullptr;
    const std::lock_guard lock(mutex_);
    TablePointer& table = builtin_[name];
    if (!table)
        table = readBuiltinSet(*set);
    return table;
}

QString DataCatalogue::refusal(const QString& name) const
{
    const std::vector<DataName> known = names();
    QStringList offered;
    bool sameFile = false;
    for (const DataName& one : known) {
        if (one.kind != DataName::Kind::File)
            offered << one.name;
        else
            sameFile = sameFile || fileOf(one.name) == fileOf(name);
    }
    if (!isFileName(name))
        return DataText::tr("data: there is no data called “%1”; did you mean “%2”?")
            .arg(name.left(60), nearestName(name, offered));
    const QString file = fileOf(name).left(120);
    return sameFile ? DataText::tr(
               "data: the open “%1” differs from the one that is meant; open the file with the content "
               "of then.")
                          .arg(file)
                    : DataText::tr("data: the table “%1” is not open; open this file first.").arg(file);
}

TablePointer DataCatalogue::addFile(const QString& fileName, const QByteArray& bytes, QString* complaint)
{
    CsvOptions options;
    options.fileName = fileName;
    const CsvResult read = readCsv(bytes, options);
    if (!read.table) {
        if (complaint)
            *complaint = read.complaint;
        return nullptr;
    }
    addFile(read.table, bytes);
    return read.table;
}

void DataCatalogue::addFile(const TablePointer& table, const QByteArray& bytes)
{
    addTable(table);
    std::function<void(const QString&, const QByteArray&)> listener;
    {
        const std::lock_guard lock(mutex_);
        listener = fileListener_;
    }
    if (listener)
        listener(table->name, bytes);
}

void DataCatalogue::setFileListener(std::function<void(const QString&, const QByteArray&)> listener)
{
    const std::lock_guard lock(mutex_);
    fileListener_ = std::move(listener);
}

void DataCatalogue::addTable(const TablePointer& table)
{
    if (!table || !isFileName(table->name))
        return;
    const std::lock_guard lock(mutex_);
    const auto same = std::find_if(
        files_.begin(), files_.end(), [&](const auto& file) { return file->name == table->name; });
    if (same == files_.end())
        files_.push_back(table);
    else
        *same = table;
}

} // namespace tangent
