// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topics/security/iam_policies/figures.h"
#include "app/topics/security/iam_policies/words.h"

#include <algorithm>

namespace tangent::iam {

namespace {

using policy::Decision;
using policy::Gate;
using policy::Outcome;

constexpr int columns = policy::gateCount + 2; // the request before the gates, the answer behind them
constexpr int longestTail = 16;

/// The last piece of a resource's name, or the one `back` pieces before it.
QString pieceOf(const std::string& arn, int back)
{
    const QString text = QString::fromStdString(arn).replace(QLatin1Char('/'), QLatin1Char(':'));
    return text.section(QLatin1Char(':'), -1 - back, -1 - back);
}

/// What tells two requests of one call apart: the last piece of the resource, or the bucket where
/// another request asks for an object of the same name.
QString tailOf(const Study& study, const Check& check)
{
    const std::string& own = check.request.resource;
    const bool isShared = std::any_of(study.checks.begin(), study.checks.end(), [&](const Check& other) {
        return other.request.resource != own && other.request.action == check.request.action
            && pieceOf(other.request.resource, 0) == pieceOf(own, 0);
    });
    const QString tail = pieceOf(own, isShared ? 1 : 0);
    return tail.size() > longestTail ? tail.left(longestTail - 1) + QChar(0x2026) : tail;
}

Role roleOf(const policy::Step& step)
{
    switch (step.outcome) {
    case Outcome::Allows:
        return Role::Good;
    case Outcome::Denies:
        return Role::Bad;
    case Outcome::NotReached:
        return Role::Faint;
    default:
        return Role::Muted;
    }
}

/// The walk of one request: a row of nodes from left to right.
class Lane {
public:
    Lane(const Study& study, size_t check, Diagram* diagram)
        : study_(study)
        , check_(study.checks[check])
        , prefix_(QStringLiteral("check%1-").arg(check))
        , y_((double(check) + 0.5) / double(study.checks.size()))
        , diagram_(diagram)
    {
    }

    void add()
    {
        const policy::Walk& walk = check_.walk;
        Diagram::Node request = node(QStringLiteral("request"), 0);
        request.lines = {operationOf(QString::fromStdString(check_.request.action)), tailOf(study_, check_)};
        diagram_->nodes.push_back(request);
        bool reached = true;
        for (size_t i = 0; i < walk.steps.size(); ++i) {
            const policy::Step& step = walk.steps[i];
            addGate(step, int(i) + 1);
            addEdge(reached);
            reached = reached && step.gate != walk.decidedAt;
        }
        addAnswer();
        addEdge(walk.decidedAt == walk.steps.back().gate);
    }

private:
    Diagram::Node node(const QString& id, int column) const
    {
        Diagram::Node made;
        made.id = prefix_ + id;
        made.at = {(column + 0.5) / columns, y_};
        return made;
    }

    /// Where the walk was decided: of an allowed one the gate that granted it.
    Gate litGate() const
    {
        const policy::Walk& walk = check_.walk;
        if (walk.decision != Decision::Allow)
            return walk.decidedAt;
        return walk.decidedBy == policy::Source::Resource ? Gate::Resource : Gate::Identity;
    }

    void addGate(const policy::Step& step, int column)
    {
        Diagram::Node gate = node(tokenOf(step.gate), column);
        gate.lines = {titleOf(step.gate), wordOf(step.outcome)};
        gate.role = roleOf(step);
        gate.current = step.gate == litGate();
        gate.open = step.outcome == Outcome::Silent || step.outcome == Outcome::NotReached
            || step.outcome == Outcome::NotSet;
        diagram_->nodes.push_back(gate);
    }

    void addAnswer()
    {
        const policy::Walk& walk = check_.walk;
        Diagram::Node answer = node(QStringLiteral("answer"), columns - 1);
        const bool allowed = walk.decision == Decision::Allow;
        const bool byDeny = walk.decision == Decision::ExplicitDeny;
        answer.lines = {allowed ? tr("Allowed") : tr("Denied"),
            allowed      ? tr("by an Allow")
                : byDeny ? tr("by a Deny")
                         : tr("by silence")};
        answer.role = allowed ? Role::Good : byDeny ? Role::Bad : Role::Warning;
        answer.current = &check_ == &study_.check();
        diagram_->nodes.push_back(answer);
    }

    void addEdge(bool passed)
    {
        const auto& nodes = diagram_->nodes;
        Diagram::Edge edge;
        edge.from = nodes[nodes.size() - 2].id;
        edge.to = nodes.back().id;
        edge.role = passed ? Role::Ink : Role::Faint;
        edge.width = passed ? 2.2 : 1;
        edge.dashed = !passed;
        diagram_->edges.push_back(edge);
    }

    const Study& study_;
    const Check& check_;
    QString prefix_;
    double y_;
    Diagram* diagram_;
};

} // namespace

Figure walkFigure(const Study& study)
{
    Figure figure;
    figure.key = QStringLiteral("walk");
    figure.title = tr("The way of the request");
    figure.hint = !study.isDecided() ? study.whyNot
        : study.checks.size() > 1    ? tr("every one of these must be allowed")
        : study.walk().crossAccount  ? tr("two accounts: both sides must allow")
                                     : tr("decided at the gate that is lit");
    figure.place = Figure::Place::Strip;
    figure.minimumHeight = study.checks.size() > 1 ? 72 : 52;
    Diagram diagram;
    diagram.sideways = true;
    diagram.arrows = true;
    for (size_t check = 0; check < study.checks.size(); ++check)
        Lane(study, check, &diagram).add();
    if (!study.isDecided()) {
        Diagram::Node stopped;
        stopped.id = QStringLiteral("undecided");
        stopped.at = {0.5, 0.5};
        stopped.lines = {tr("Not decided"), study.whyNot};
        stopped.open = true;
        stopped.role = Role::Warning;
        diagram.nodes.push_back(stopped);
    }
    figure.content = diagram;
    return figure;
}

} // namespace tangent::iam
