// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/words.h"

namespace tangent::iam {

namespace {

using policy::Effect;
using policy::Source;

TableFigure::Item item(const QString& text, Role role = Role::Ink, bool strong = false)
{
    TableFigure::Item made;
    made.text = text;
    made.role = role;
    made.strong = strong;
    return made;
}

QString shortNameOf(Source source)
{
    switch (source) {
    case Source::Organisation:
        return tr("SCP");
    case Source::Resource:
        return tr("resource");
    case Source::Boundary:
        return tr("boundary");
    case Source::Session:
        return tr("session");
    case Source::Identity:
        break;
    }
    return tr("identity");
}

/// The first part that keeps a statement from applying; otherwise what it does.
QString verdictOf(const policy::StatementMatch& match, bool isDeny)
{
    if (match.applies())
        return isDeny ? tr("denies") : tr("allows");
    const QString cross = QStringLiteral(" ✗");
    return (!match.action             ? tr("action")
                   : !match.resource  ? tr("resource")
                   : !match.principal ? tr("principal")
                                      : tr("condition"))
        + cross;
}

TableFigure::Line statementLine(const Study& study, const Carrying& carrying, const policy::Hit& hit)
{
    const policy::Walk& walk = study.walk();
    const policy::StatementMatch& match = walk.matches[size_t(hit.source)][size_t(hit.statement)];
    const bool isDeny = study.statement(hit).effect == Effect::Deny;
    const bool applies = match.applies();
    const Role role = !applies ? Role::Muted : isDeny ? Role::Bad : Role::Good;
    TableFigure::Line line;
    line.items = {item(labelOf(study, hit), role, applies), item(verdictOf(match, isDeny), role, applies),
        item(shortNameOf(hit.source), Role::Muted)};
    line.current = walk.decidedBy == hit.source && walk.statement == hit.statement;
    line.drops = carrying.drops[size_t(hit.source)][size_t(hit.statement)];
    return line;
}

TableFigure::Line shelfLine(
    const QString& name, const QString& verdict, Role role, const std::vector<Drop>& drops)
{
    TableFigure::Line line;
    line.items = {item(name, role, true), item(verdict, Role::Muted), item({})};
    line.drops = drops;
    return line;
}

} // namespace

Figure statementsFigure(const Study& study, const Carrying& carrying)
{
    Figure figure;
    figure.key = QStringLiteral("statements");
    figure.title = tr("Statements");
    figure.hint = study.checks.size() > 1
        ? tr("for %1").arg(operationOf(QString::fromStdString(study.check().request.action)))
        : tr("✗ what does not fit");
    figure.place = Figure::Place::Side;
    figure.minimumHeight = 100;
    figure.weight = 1.6;
    TableFigure table;
    table.columns = {tr("Statement"), tr("Says"), tr("In")};
    for (const Source source :
        {Source::Identity, Source::Resource, Source::Boundary, Source::Organisation, Source::Session}) {
        const auto& statements = study.policyOf(source).statements;
        for (size_t i = 0; study.isDecided() && i < statements.size(); ++i)
            table.lines.push_back(statementLine(study, carrying, {source, int(i)}));
    }
    table.lines.push_back(
        shelfLine(tr("Deny everything"), tr("carry me"), Role::Bad, carrying.denyEverything));
    table.lines.push_back(shelfLine(tr("Allow this"), tr("carry me"), Role::Good, carrying.allowThis));
    table.lines.push_back(shelfLine(tr("Take out"), tr("drop here"), Role::Ink, {}));
    table.lines.back().id = bin;
    figure.content = table;
    return figure;
}

} // namespace tangent::iam
