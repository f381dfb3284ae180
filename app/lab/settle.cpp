// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/settle.h"

#include "app/lab/data/patch_edit.h"
#include "app/lab/lab.h"
#include "app/lab/link_text.h"
#include "app/lab/nearest_name.h"
#include "app/lab/roles.h"
#include "app/lab/table_versions.h"

namespace tangent {

namespace {

const QString dataKey = QStringLiteral("data");
const QString patchKey = QStringLiteral("patch");
const QString typesKey = QStringLiteral("types");
const QString sourceKey = QStringLiteral("source");
const QString dataPrefix = QStringLiteral("data.");

/// Declarations may depend on values and values are read by declarations: this many rounds settle
/// every chain of dependence that a sensible lab has, and a bound keeps the others from running on.
constexpr int maximumRounds = 5;

/// Works one request out. The members are filled in the order of the methods.
class Settling {
public:
    Settling(const Lab& lab, const Request& request, DataCatalogue& catalogue)
        : lab_(lab)
        , request_(request)
        , catalogue_(catalogue)
    {
    }

    Settled result()
    {
        applyPreset();
        Complaints found;
        for (int round = 0; round < maximumRounds; ++round) {
            const Values before = typed_;
            found.clear();
            findTable(&found);
            readParameters(&found);
            if (typed_ == before && round > 0)
                break;
        }
        complainAboutUnknownKeys(&found);
        fillIn();
        complainAboutUselessTable(&found);
        settled_.complaints = request_.complaints;
        settled_.complaints.insert(settled_.complaints.end(), found.begin(), found.end());
        return std::move(settled_);
    }

private:
    void applyPreset()
    {
        settled_.state.topic = lab_.info().id;
        if (request_.encoded.contains(QStringLiteral("preset"))) {
            const QString wanted = request_.encoded.take(QStringLiteral("preset"));
            QStringList names;
            for (const Preset& preset : lab_.presets()) {
                names << preset.key;
                if (preset.key != wanted)
                    continue;
                Request asked;
                readQuery(preset.query, &asked);
                for (auto pair = asked.encoded.constBegin(); pair != asked.encoded.constEnd(); ++pair) {
                    if (!request_.encoded.contains(pair.key()) && !request_.values.contains(pair.key()))
                        request_.encoded[pair.key()] = pair.value();
                }
            }
            if (!names.contains(wanted))
                request_.complaints.push_back({QStringLiteral("preset"),
                    QStringLiteral("preset: there is no “%1”; did you mean “%2”?")
                        .arg(wanted.left(40), nearestName(wanted, names))});
        }
        const bool hasTable = request_.encoded.contains(dataKey) || request_.values.contains(dataKey);
        if (hasTable && !lab_.tableSource().isEmpty() && !request_.encoded.contains(sourceKey)
            && !request_.values.contains(sourceKey)) {
            sourceIsImplied_ = request_.encoded.contains(dataKey);
            request_.encoded[sourceKey] = lab_.tableSource();
        }
    }

    QString wantedData() const
    {
        if (request_.encoded.contains(dataKey))
            return decodeText(request_.encoded[dataKey]).value_or(QString());
        if (request_.values.contains(dataKey))
            return text(request_.values[dataKey]);
        return {};
    }

    /// Values of a generator's parameters, and their declarations under `data.`.
    Values generatorValues(const QString& name, Complaints* complaints)
    {
        Values own;
        generator_.clear();
        for (Parameter parameter : catalogue_.generatorParameters(name)) {
            const QString plainKey = parameter.key;
            parameter.key = dataPrefix + plainKey;
            parameter.group = QStringLiteral("Data");
            const Value value = valueOf(parameter, complaints);
            own[plainKey] = value;
            generator_.push_back(parameter);
        }
        return own;
    }

    /// The columns' types as they were chosen; the canonical items are kept in `types_`.
    TablePointer typedTable(const TablePointer& original, Complaints* complaints)
    {
        types_.clear();
        if (request_.encoded.contains(typesKey)) {
            for (const QString& piece :
                request_.encoded[typesKey].split(QLatin1Char(','), Qt::SkipEmptyParts))
                types_ << decodeText(piece).value_or(piece);
        } else if (request_.values.contains(typesKey)) {
            types_ = list(request_.values[typesKey]);
        }
        QStringList sentences;
        const TablePointer typed = retypedTable(original, &types_, &sentences);
        for (const QString& sentence : std::as_const(sentences))
            complaints->push_back({typesKey, sentence});
        return typed;
    }

    /// What the lab works on: where it has a row limit, a sample of longer tables.
    TablePointer limitedTable(const TablePointer& whole, Complaints* complaints)
    {
        limits_.clear();
        const int limit = lab_.rowLimit(typed_);
        if (limit <= 0 || whole->rowCount() <= limit)
            return whole;
        limits_ = rowLimitParameters(limit);
        const Value all = valueOf(limits_[0], complaints);
        const Value seed = valueOf(limits_[1], complaints);
        return flag(all) ? whole : sampledTable(whole, limit, quint64(number(seed)));
    }

    Roles askedRoles(const std::vector<RoleSpec>& specs) const
    {
        Roles asked;
        for (const RoleSpec& spec : specs) {
            if (request_.encoded.contains(spec.name)) {
                QStringList columns;
                const QStringList pieces =
                    request_.encoded[spec.name].split(QLatin1Char(','), Qt::SkipEmptyParts);
                for (const QString& piece : pieces)
                    columns << decodeText(piece).value_or(piece);
                asked[spec.name] = columns;
            } else if (request_.values.contains(spec.name)) {
                asked[spec.name] = list(request_.values[spec.name]);
            }
        }
        return asked;
    }

    bool tryTable(const QString& name, Complaints* complaints, bool isDefault)
    {
        QString complaint;
        const Values own = generatorValues(name, complaints);
        TablePointer table = catalogue_.load(name, own, &complaint);
        if (!table) {
            complaints->push_back({dataKey, complaint});
            return false;
        }
        settled_.original = table;
        table = typedTable(table, complaints);
        settled_.source = table;
        patch_ = request_.encoded.contains(patchKey) ? request_.encoded[patchKey]
                                                     : text(request_.values.value(patchKey));
        if (!patch_.isEmpty()) {
            QStringList sentences;
            table = patchedTable(table, &patch_, &sentences);
            for (const QString& sentence : std::as_const(sentences))
                complaints->push_back({patchKey, sentence});
        }
        Complaints unusable;
        Complaints unfilled;
        specs_ = lab_.roles(typed_);
        settled_.roles = resolveRoles(specs_, askedRoles(specs_), *table, isDefault, &unusable, &unfilled);
        defaultRoles_ = resolveRoles(specs_, {}, *table, isDefault, &unfilledIgnored_, &unfilledIgnored_);
        complaints->insert(complaints->end(), unusable.begin(), unusable.end());
        if (!unfilled.empty()) {
            for (Complaint complaintOfRole : unfilled) {
                complaintOfRole.sentence += QStringLiteral(" Try data=%1.").arg(lab_.defaultData(typed_));
                complaints->push_back(complaintOfRole);
            }
            return false;
        }
        settled_.whole = table;
        settled_.table = limitedTable(table, complaints);
        dataName_ = name;
        return true;
    }

    void findTable(Complaints* complaints)
    {
        const QString byDefault = lab_.defaultData(typed_);
        const QString wanted = wantedData();
        settled_.table.reset();
        settled_.whole.reset();
        settled_.source.reset();
        settled_.original.reset();
        settled_.roles.clear();
        generator_.clear();
        limits_.clear();
        types_.clear();
        dataName_.clear();
        specs_ = lab_.roles(typed_);
        if (byDefault.isEmpty())
            return; // this state of the lab uses no table; one that is named is kept for the others
        if (!wanted.isEmpty() && tryTable(wanted, complaints, wanted == byDefault))
            return;
        if (!wanted.isEmpty()) {
            for (const QString& key : {patchKey, typesKey}) {
                request_.encoded.remove(key);
                request_.values.remove(key);
            }
        }
        tryTable(byDefault, complaints, true);
    }

    Value valueOf(const Parameter& parameter, Complaints* complaints)
    {
        QString complaint;
        Value value = parameter.defaultValue;
        if (request_.encoded.contains(parameter.key)) {
            const auto decoded = decodeValue(parameter, request_.encoded[parameter.key], &complaint);
            if (decoded)
                value = *decoded;
        } else if (request_.values.contains(parameter.key)) {
            value = legalValue(parameter, request_.values[parameter.key], &complaint);
        }
        if (!complaint.isEmpty())
            complaints->push_back({parameter.key, complaint});
        return value;
    }

    void readParameters(Complaints* complaints)
    {
        const DeclarationContext context{settled_.table.get(), settled_.roles, typed_};
        declared_ = lab_.parameters(context);
        typed_.clear();
        for (const Parameter& parameter : declared_) {
            const bool given =
                request_.encoded.contains(parameter.key) || request_.values.contains(parameter.key);
            settled_.values[parameter.key] = given ? valueOf(parameter, complaints) : parameter.defaultValue;
            if (given)
                typed_[parameter.key] = settled_.values[parameter.key];
        }
    }

    bool isKnown(const QString& key) const
    {
        const bool isRole =
            std::any_of(specs_.begin(), specs_.end(), [&](const RoleSpec& spec) { return spec.name == key; });
        const bool isReserved = key == dataKey || key == patchKey || key == typesKey
            || key == QLatin1String("all-rows") || key == QLatin1String("sample-seed");
        return isReserved || isRole || findParameter(declared_, key) || findParameter(generator_, key);
    }

    void complainAboutUnknownKeys(Complaints* complaints) const
    {
        const bool takesData = !lab_.defaultData(typed_).isEmpty() || !lab_.tableSource().isEmpty();
        QStringList known;
        for (const Parameter& parameter : declared_)
            known << parameter.key;
        for (const Parameter& parameter : generator_)
            known << parameter.key;
        if (takesData)
            known << dataKey;
        for (const QString& key : request_.encoded.keys()) {
            const bool dataOfNoTable = key == dataKey && !takesData;
            if (!isKnown(key) || dataOfNoTable)
                complaints->push_back({key,
                    QStringLiteral("%1: %2 has no such key here; did you mean “%3”?")
                        .arg(key.left(40), lab_.info().id, nearestName(key, known))});
        }
    }

    /// A link that names a table means to show it. One that names the source as well is taken at its word.
    void complainAboutUselessTable(Complaints* complaints) const
    {
        if (!sourceIsImplied_ || !settled_.table || !complaints->empty())
            return;
        const QString sentence = lab_.whyTableCannotServe(settled_);
        if (!sentence.isEmpty())
            complaints->push_back({dataKey, sentence});
    }

    void fillIn()
    {
        Values& chosen = settled_.state.values;
        settled_.values = {};
        Complaints ignored;
        for (const Parameter& parameter : declared_) {
            const Value value =
                typed_.contains(parameter.key) ? typed_[parameter.key] : parameter.defaultValue;
            settled_.values[parameter.key] = value;
            if (!(value == parameter.defaultValue))
                chosen[parameter.key] = value;
        }
        for (const Parameter& parameter : generator_) {
            const Value value = valueOf(parameter, &ignored);
            settled_.values[parameter.key] = value;
            if (!(value == parameter.defaultValue))
                chosen[parameter.key] = value;
        }
        for (const Parameter& parameter : limits_) {
            const Value value = valueOf(parameter, &ignored);
            settled_.values[parameter.key] = value;
            if (!(value == parameter.defaultValue))
                chosen[parameter.key] = value;
        }
        settled_.parameters = declared_;
        settled_.parameters.insert(settled_.parameters.end(), limits_.begin(), limits_.end());
        settled_.parameters.insert(settled_.parameters.end(), generator_.begin(), generator_.end());
        if (dataName_.isEmpty())
            return;
        settled_.values[dataKey] = dataName_;
        if (dataName_ != lab_.defaultData(typed_)) {
            chosen[dataKey] = dataName_;
            // Without its source a named table would stand for the table's own.
            if (typed_.contains(sourceKey))
                chosen[sourceKey] = typed_[sourceKey];
        }
        for (auto role = settled_.roles.constBegin(); role != settled_.roles.constEnd(); ++role) {
            settled_.values[role.key()] = role.value();
            if (role.value() != defaultRoles_.value(role.key()))
                chosen[role.key()] = role.value();
        }
        if (!types_.isEmpty()) {
            settled_.values[typesKey] = types_;
            chosen[typesKey] = types_;
        }
        if (!patch_.isEmpty()) {
            settled_.values[patchKey] = patch_;
            chosen[patchKey] = patch_;
        }
    }

    const Lab& lab_;
    Request request_;
    DataCatalogue& catalogue_;
    Settled settled_;
    Parameters declared_;
    Parameters generator_;
    Parameters limits_; ///< `all-rows` and `sample-seed`, where the table is longer than the lab's limit
    std::vector<RoleSpec> specs_;
    Values typed_; ///< lab values that were given, typed
    Roles defaultRoles_;
    Complaints unfilledIgnored_;
    QString dataName_;
    QString patch_;
    bool sourceIsImplied_ = false; ///< a link names a table, and not the source it stands for
    QStringList types_;
};

} // namespace

Settled settle(const Lab& lab, const Request& request, DataCatalogue& catalogue)
{
    return Settling(lab, request, catalogue).result();
}

} // namespace tangent
