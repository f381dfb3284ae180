// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/words.h"
#include "widgets/scene/number_text.h"

#include <algorithm>

namespace tangent::iam {

namespace {

using policy::Decision;
using policy::Effect;
using policy::Source;

Readout made(const char* key, const QString& label, const QString& formula, const QString& line)
{
    Readout readout;
    readout.key = QLatin1String(key);
    readout.label = label;
    readout.formula = formula;
    readout.line = line;
    return readout;
}

int applying(const Study& study, Effect effect)
{
    int count = 0;
    for (int source = 0; source < policy::sourceCount; ++source) {
        const auto& statements = study.policyOf(Source(source)).statements;
        for (size_t i = 0; i < statements.size(); ++i)
            count +=
                statements[i].effect == effect && study.walk().matches[size_t(source)][i].applies() ? 1 : 0;
    }
    return count;
}

/// Entries with a star among the resources and principals of the two policies that grant.
int wildcards(const Study& study)
{
    const auto stars = [](const std::vector<std::string>& list) {
        return int(std::count_if(list.begin(), list.end(),
            [](const std::string& one) { return one.find('*') != std::string::npos; }));
    };
    int count = 0;
    for (const Source source : {Source::Identity, Source::Resource}) {
        for (const policy::Statement& statement : study.policyOf(source).statements) {
            count += stars(statement.resources);
            if (statement.principals)
                count += std::max(stars(statement.principals->aws), statement.principals->everyone ? 1 : 0);
        }
    }
    return count;
}

QString decisionLine(const Study& study)
{
    switch (study.walk().decision) {
    case Decision::ExplicitDeny:
        return tr("a Deny applies, so nothing else counts");
    case Decision::Allow:
        return tr("no Deny applies, and every policy that must allow does");
    case Decision::ImplicitDeny:
        break;
    }
    return tr("no Deny applies, but the %1 is silent").arg(nameOf(study.walk().decidedBy));
}

bool passedAll(const policy::Walk& walk)
{
    return walk.decision == Decision::Allow && walk.decidedAt == walk.steps.back().gate;
}

QString endLine(const Study& study)
{
    const policy::Walk& walk = study.walk();
    if (passedAll(walk))
        return tr("all %1 gates let it through").arg(walk.steps.size());
    const auto at = std::find_if(walk.steps.begin(), walk.steps.end(),
        [&](const policy::Step& step) { return step.gate == walk.decidedAt; });
    return tr("gate %1 of %2, in the order of this request")
        .arg(at - walk.steps.begin() + 1)
        .arg(walk.steps.size());
}

} // namespace

std::vector<Readout> readouts(const Study& study)
{
    const bool decided = study.isDecided();
    Readout decision = made("decision", tr("Decision"),
        QStringLiteral(
            R"tex(\text{allow}\iff\neg\,\text{Deny}\;\wedge\;S\wedge\bigl(R_{\text{direct}}\vee(I\vee R_{\text{role}})\wedge B\wedge P\bigr))tex"),
        decided ? decisionLine(study) : study.whyNot);
    decision.prominent = true;
    Readout by = made("decided-by", tr("Decided by"),
        QStringLiteral(
            R"tex(\text{the first Deny, else the first silent gate, else the Allow that granted})tex"),
        decided ? decidedBy(study) : study.whyNot);
    by.prominent = true;
    Readout end =
        made("ended-at", tr("Ended at"), QStringLiteral(R"tex(\min\{g:\ \text{gate } g\text{ decides}\})tex"),
            decided ? endLine(study) : study.whyNot);
    end.prominent = true;
    Readout allows = made("allows", tr("Allows that apply"),
        QStringLiteral(
            R"tex(\#\{s:\ \text{Allow}_s\wedge\text{who}_s\wedge\text{what}_s\wedge\text{where}_s\wedge\text{if}_s\})tex"),
        tr("statements of all policies whose four parts fit this request"));
    Readout denies = made("denies", tr("Denies that apply"),
        QStringLiteral(
            R"tex(\#\{s:\ \text{Deny}_s\wedge\text{who}_s\wedge\text{what}_s\wedge\text{where}_s\wedge\text{if}_s\})tex"),
        tr("one is enough"));
    Readout requests = made("requests", tr("Requests"),
        QStringLiteral(R"tex(1+[\text{second resource}]+[\text{passed role}])tex"),
        tr("the action itself, on a second resource, and iam:PassRole; all must be allowed"));
    Readout stars = made("wildcards", tr("Wildcards"),
        QStringLiteral(R"tex(\#\{\text{Resource or Principal with }{*}\})tex"),
        tr("entries with a star in Resource and Principal of identity and resource policy"));
    stars.value = double(wildcards(study));
    stars.better = Readout::Better::Down;
    if (decided) {
        decision.value = tokenOf(study.walk().decision);
        by.value = decidedBy(study);
        end.value = passedAll(study.walk()) ? QStringLiteral("end") : tokenOf(study.walk().decidedAt);
        allows.value = double(applying(study, Effect::Allow));
        denies.value = double(applying(study, Effect::Deny));
        requests.value = double(study.checks.size());
    } else {
        for (Readout* readout : {&decision, &by, &end, &allows, &denies, &requests})
            readout->note = study.isUnreadable ? tr("a text cannot be read") : tr("the request is unclear");
    }
    return {decision, by, end, allows, denies, requests, stars};
}

DataTable walkTable(const Study& study)
{
    DataTable table;
    table.key = QStringLiteral("walk");
    table.columns = {QStringLiteral("request"), QStringLiteral("resource"), QStringLiteral("gate"),
        QStringLiteral("outcome"), QStringLiteral("statements")};
    for (const Check& check : study.checks) {
        for (const policy::Step& step : check.walk.steps) {
            QStringList hits;
            for (const policy::Hit& hit : step.hits)
                hits << keyOf(hit.source) + QLatin1Char('/') + labelOf(study, hit);
            table.rows.push_back(
                {QString::fromStdString(check.request.action), QString::fromStdString(check.request.resource),
                    tokenOf(step.gate), tokenOf(step.outcome), hits.join(QLatin1Char(' '))});
        }
    }
    return table;
}

} // namespace tangent::iam
