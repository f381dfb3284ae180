// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/words.h"
#include "widgets/scene/figure_parts.h"

namespace tangent::iam {

namespace {

using policy::Effect;
using policy::Outcome;
using policy::Source;

policy::Gate gateOf(Source source)
{
    switch (source) {
    case Source::Organisation:
        return policy::Gate::Organisation;
    case Source::Resource:
        return policy::Gate::Resource;
    case Source::Boundary:
        return policy::Gate::Boundary;
    case Source::Session:
        return policy::Gate::Session;
    case Source::Identity:
        break;
    }
    return policy::Gate::Identity;
}

bool denies(const Study& study, Source source)
{
    for (const policy::Hit& hit : study.walk().at(policy::Gate::ExplicitDeny).hits) {
        if (hit.source == source)
            return true;
    }
    return false;
}

/// What a policy says to the request, whether it was asked or not.
void addCaption(const Study& study, Source source, TextFigure::Block* block)
{
    const policy::PolicyDocument& document = study.policyOf(source);
    if (!document.isSound()) {
        block->caption = tr("cannot be read");
        block->captionRole = Role::Bad;
        return;
    }
    if (!study.isDecided() || !document.isSet)
        return;
    const policy::Walk& walk = study.walk();
    if (denies(study, source)) {
        block->caption = tr("denies");
        block->captionRole = Role::Bad;
        return;
    }
    const Outcome outcome = walk.at(gateOf(source)).outcome;
    block->caption = wordOf(outcome);
    if (outcome == Outcome::Allows)
        block->captionRole = Role::Good;
    if (outcome == Outcome::Silent && walk.decidedBy == source && walk.statement < 0) {
        block->caption = tr("silent: decides");
        block->captionRole = Role::Warning;
    }
}

TextFigure::Span spanOf(const Study& study, const Carrying& carrying, const policy::Hit& hit)
{
    const policy::Statement& statement = study.statement(hit);
    TextFigure::Span span;
    span.firstLine = statement.firstLine;
    span.lastLine = statement.lastLine;
    span.drops = carrying.drops[size_t(hit.source)][size_t(hit.statement)];
    const QString name = labelOf(study, hit);
    if (!study.isDecided()) {
        span.label = name;
        return span;
    }
    const policy::Walk& walk = study.walk();
    const policy::StatementMatch& match = walk.matches[size_t(hit.source)][size_t(hit.statement)];
    const bool isDeny = statement.effect == Effect::Deny;
    if (match.applies())
        span.role = isDeny ? Role::Bad : Role::Good;
    span.current = walk.decidedBy == hit.source && walk.statement == hit.statement;
    span.label = match.applies()
        ? (isDeny ? tr("%1: applies and denies") : tr("%1: applies and allows")).arg(name)
        : tr("%1: %2").arg(name, missOf(match));
    return span;
}

TextFigure::Problem problemOf(const policy::Problem& problem)
{
    return {
        problem.at.line, problem.at.column, QString::fromStdString(problem.sentence + ' ' + problem.cure)};
}

TextFigure::Block policyBlock(const Study& study, const Carrying& carrying, Source source)
{
    TextFigure::Block block;
    block.id = keyOf(source);
    block.title = titleOf(source);
    block.target.key = keyOf(source);
    block.text = study.papers->text(source);
    block.language = QStringLiteral("json");
    block.placeholder = source == Source::Identity ? tr("none attached")
        : source == Source::Resource               ? tr("none on the resource")
                                                   : tr("no limit");
    addCaption(study, source, &block);
    const policy::PolicyDocument& document = study.policyOf(source);
    for (size_t i = 0; i < document.statements.size(); ++i)
        block.spans.push_back(spanOf(study, carrying, {source, int(i)}));
    for (const policy::Problem& problem : document.problems)
        block.problems.push_back(problemOf(problem));
    return block;
}

TextFigure::Block contextBlock(const Study& study)
{
    TextFigure::Block block;
    block.title = tr("Request context");
    block.caption = tr("keys and values");
    block.target.key = QStringLiteral("context");
    block.text = study.papers->contextText;
    block.language = QStringLiteral("json");
    block.placeholder = tr("none, or {\"key\": \"value\"}");
    for (const policy::Problem& problem : study.papers->context.problems)
        block.problems.push_back(problemOf(problem));
    return block;
}

} // namespace

QString missOf(const policy::StatementMatch& match)
{
    if (!match.action)
        return tr("the action does not fit");
    if (!match.resource)
        return tr("the resource does not fit");
    if (!match.principal)
        return tr("the principal does not fit");
    return match.condition ? QString() : tr("the condition does not hold");
}

Figure policiesFigure(const Study& study, const Carrying& carrying)
{
    return figureOf("policies", tr("Policies that grant"), tr("edit, or carry statements"),
        Figure::Place::Main,
        TextFigure{{policyBlock(study, carrying, Source::Identity),
            policyBlock(study, carrying, Source::Resource), contextBlock(study)}},
        100);
}

Figure limitsFigure(const Study& study, const Carrying& carrying)
{
    return figureOf("limits", tr("Policies that limit"), {}, Figure::Place::Side,
        TextFigure{{policyBlock(study, carrying, Source::Boundary),
            policyBlock(study, carrying, Source::Organisation),
            policyBlock(study, carrying, Source::Session)}},
        100);
}

} // namespace tangent::iam
