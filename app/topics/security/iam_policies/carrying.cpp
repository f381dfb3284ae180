// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/policy/policy_edit.h"
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/words.h"

namespace tangent::iam {

namespace {

using policy::Source;

/// Every place writes two whole texts; beyond these sizes a link could not hold them anyway.
constexpr size_t mostStatements = 24;
constexpr size_t longestText = 16000;

constexpr Source shownOrder[] = {
    Source::Identity, Source::Resource, Source::Boundary, Source::Organisation, Source::Session};

bool canBeCarried(const Papers& papers, Source source)
{
    return papers.policies[source].statements.size() <= mostStatements
        && papers.bytes[size_t(source)].size() <= longestText && papers.policies[source].isSound();
}

/// A drop on every policy but one.
std::vector<Drop> dropsOf(const Papers& papers, const std::string& statement, std::optional<Source> from,
    const QString& left, const std::string& principal)
{
    std::vector<Drop> made;
    for (const Source to : shownOrder) {
        if (to == from || papers.bytes[size_t(to)].size() > longestText)
            continue;
        const auto with = policy::withStatement(papers.bytes[size_t(to)], statement, to, principal);
        if (!with)
            continue;
        Drop drop;
        drop.onto = keyOf(to);
        drop.label = titleOf(to);
        drop.values[keyOf(to)] = QString::fromStdString(*with);
        if (from)
            drop.values[keyOf(*from)] = left;
        made.push_back(drop);
    }
    if (from)
        made.push_back({bin, tr("Take it out"), {{keyOf(*from), left}}, {}});
    return made;
}

std::string jsonText(const QString& text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\"))
        .replace(QLatin1Char('"'), QStringLiteral("\\\""));
    return escaped.toStdString();
}

Carrying made(const Study& study)
{
    const Papers& papers = *study.papers;
    const std::string principal = jsonText(study.principalArn);
    Carrying carrying;
    for (int i = 0; i < policy::sourceCount; ++i) {
        const auto source = Source(i);
        const auto& document = papers.policies[source];
        auto& drops = carrying.drops[size_t(i)];
        drops.resize(document.statements.size());
        for (size_t s = 0; canBeCarried(papers, source) && s < drops.size(); ++s) {
            const std::string& text = papers.bytes[size_t(i)];
            drops[s] = dropsOf(papers, policy::statementText(text, document, int(s)), source,
                QString::fromStdString(policy::withoutStatement(text, document, int(s))), principal);
        }
    }
    const std::string deny =
        "{\n  \"Sid\": \"DenyEverything\",\n  \"Effect\": \"Deny\",\n  \"Action\": \"*\",\n"
        "  \"Resource\": \"*\"\n}";
    carrying.denyEverything = dropsOf(papers, deny, std::nullopt, {}, principal);
    const std::string allow = "{\n  \"Sid\": \"AllowThis\",\n  \"Effect\": \"Allow\",\n  \"Action\": \""
        + jsonText(study.action) + "\",\n  \"Resource\": \"" + jsonText(study.resource) + "\"\n}";
    carrying.allowThis = dropsOf(papers, allow, std::nullopt, {}, principal);
    return carrying;
}

} // namespace

Carrying carryingOf(const Study& study, Stages& stages)
{
    std::vector<Value> inputs{study.principalArn, study.action, study.resource};
    size_t bytes = 0;
    for (const QString& text : study.papers->texts) {
        inputs.emplace_back(text);
        bytes += size_t(text.size());
    }
    return *stages.get<Carrying>(
        QStringLiteral("carrying"), inputs, nullptr, [&] { return made(study); }, bytes * 40 + 8192);
}

} // namespace tangent::iam
