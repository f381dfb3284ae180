// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment/experiment.h"

#include "app/lab/data/patch_edit.h"
#include "app/lab/registry.h"

#include <cmath>

namespace tangent {

namespace {

/// Undo reaches this far back; a state is a few hundred bytes.
constexpr size_t maximumHistory = 5000;
/// So many topics can be gone back through.
constexpr size_t maximumVisits = 500;

} // namespace

Experiment::Experiment(DataCatalogue& catalogue, QObject* parent)
    : QObject(parent)
    , catalogue_(catalogue)
{
}

void Experiment::open(const Lab& lab, const Request& request)
{
    const Settled settled = settle(lab, request, catalogue_);
    following_.clear();
    gestureHasStep_ = false;
    if (!visits_.empty() && isOpen())
        visits_[visit_] = state();
    enter(settled.state, false);
    visitTopic();
    if (!settled.complaints.empty())
        emit complained(settled.complaints);
}

void Experiment::visitTopic()
{
    const bool sameTopic = !visits_.empty() && visits_[visit_].topic == state().topic;
    if (sameTopic) {
        visits_[visit_] = state();
    } else {
        if (!visits_.empty())
            visits_.resize(visit_ + 1);
        if (visits_.size() >= maximumVisits)
            visits_.erase(visits_.begin());
        visits_.push_back(state());
        visit_ = visits_.size() - 1;
    }
    emit historyChanged();
}

Values Experiment::withCells(Values values, const std::vector<CellWrite>& cells) const
{
    for (const CellWrite& write : cells) {
        if (write.key == QLatin1String("patch")) {
            if (!base_.source)
                continue;
            Patch patch = parsePatch(text(values.value(write.key)));
            setCell(&patch, *base_.source, write.row, write.columnName, cellText(write.value));
            values[write.key] = toString(patch);
            continue;
        }
        const auto given = values.constFind(write.key);
        Rows changed = rows(given != values.constEnd() ? *given : base_.values.value(write.key));
        if (write.row >= 0 && size_t(write.row) < changed.size() && write.column >= 0
            && size_t(write.column) < changed[size_t(write.row)].size())
            changed[size_t(write.row)][size_t(write.column)] = write.value;
        values[write.key] = changed;
    }
    return values;
}

/// A choice can move the defaults of other parameters (each surface has its own good rate). Values
/// whose default moved, and which the intent does not set itself, go back to that default.
Values Experiment::withoutStaleDefaults(const Values& before, const Intent& intent) const
{
    Values kept = before;
    const Settled after = settle(
        *lab_,
        [&] {
            Request request;
            request.topic = lab_->info().id;
            request.values = before;
            return request;
        }(),
        catalogue_);
    for (const Parameter& parameter : after.parameters) {
        if (intent.values.contains(parameter.key) || !kept.contains(parameter.key))
            continue;
        const Parameter* was = findParameter(base_.parameters, parameter.key);
        if (was && !(was->defaultValue == parameter.defaultValue))
            kept.remove(parameter.key);
    }
    return kept;
}

void Experiment::apply(const Intent& intent)
{
    if (!isOpen())
        return;
    if (intent.phase == Intent::Phase::Follow) {
        for (auto value = intent.values.constBegin(); value != intent.values.constEnd(); ++value) {
            if (std::holds_alternative<std::monostate>(value.value()))
                following_.remove(value.key());
            else
                following_[value.key()] = value.value();
        }
        settleCurrent();
        emit changed(false);
        return;
    }
    Values values = state().values;
    bool choosesAnother = false;
    for (auto value = intent.values.constBegin(); value != intent.values.constEnd(); ++value) {
        following_.remove(value.key());
        const Parameter* parameter = findParameter(base_.parameters, value.key());
        choosesAnother = choosesAnother || !parameter || parameter->kind == Parameter::Kind::Choice
            || parameter->kind == Parameter::Kind::Toggle;
        if (std::holds_alternative<std::monostate>(value.value()))
            values.remove(value.key());
        else
            values[value.key()] = value.value();
    }
    values = withCells(std::move(values), intent.cells);
    if (values.value(QStringLiteral("data")) != state().values.value(QStringLiteral("data"))) {
        // Another table: its columns and rows are not the old one's.
        for (const QString& key : values.keys()) {
            const bool ofOldTable = key == QLatin1String("patch") || key == QLatin1String("types")
                || key == QLatin1String("all-rows") || key == QLatin1String("sample-seed")
                || key.startsWith(QLatin1String("data.")) || base_.roles.contains(key);
            if (ofOldTable && !intent.values.contains(key))
                values.remove(key);
        }
    }
    // A table named by hand serves what the lab is doing now; only in a link it stands for its source.
    const QString source = QStringLiteral("source");
    if (values.contains(QStringLiteral("data")) && !values.contains(source) && !lab_->tableSource().isEmpty())
        values[source] = base_.values.value(source);
    if (choosesAnother)
        values = withoutStaleDefaults(values, intent);
    Request request;
    request.topic = lab_->info().id;
    request.values = values;
    const State next = settle(*lab_, request, catalogue_).state;

    const bool isGesture = intent.phase != Intent::Phase::Whole;
    if (intent.phase == Intent::Phase::Begin)
        gestureHasStep_ = false;
    if (next == state()) {
        emit changed(false); // refused, or the same: views return to the state
    } else {
        enter(next, isGesture && gestureHasStep_);
        gestureHasStep_ = isGesture;
    }
    if (intent.phase == Intent::Phase::End || !isGesture) {
        gestureHasStep_ = false;
        dropIdleStep();
    }
}

/// A gesture that came back to where it began leaves no undo step.
void Experiment::dropIdleStep()
{
    if (at_ == 0 || at_ + 1 != history_.size() || !(history_[at_] == history_[at_ - 1]))
        return;
    history_.pop_back();
    --at_;
    emit historyChanged();
}

void Experiment::applyQuery(const QString& query, bool fromDefaults)
{
    Request request;
    request.topic = lab_->info().id;
    if (!fromDefaults)
        request.values = state().values;
    readQuery(query, &request);
    open(*lab_, request);
}

void Experiment::reset()
{
    if (!isOpen())
        return;
    Request request;
    request.topic = lab_->info().id;
    open(*lab_, request);
}

void Experiment::enter(const State& state, bool joinsLast)
{
    if (joinsLast && !history_.empty()) {
        history_[at_] = state;
    } else if (history_.empty() || !(history_[at_] == state)) {
        if (!history_.empty())
            history_.resize(at_ + 1);
        if (history_.size() >= maximumHistory)
            history_.erase(history_.begin());
        history_.push_back(state);
        at_ = history_.size() - 1;
    }
    moveTo(at_);
}

void Experiment::moveTo(size_t index)
{
    const TablePointer source = current_.source;
    const Lab* const before = lab_;
    at_ = index;
    lab_ = findLab(history_[at_].topic);
    settleCurrent();
    emit changed(before != lab_ || source != current_.source);
    emit historyChanged();
}

void Experiment::settleCurrent()
{
    base_ = settle(*lab_, Request(state()), catalogue_);
    if (following_.isEmpty()) {
        current_ = base_;
        return;
    }
    Request request(state());
    for (auto value = following_.constBegin(); value != following_.constEnd(); ++value)
        request.values[value.key()] = value.value();
    current_ = settle(*lab_, request, catalogue_);
    current_.complaints.clear();
}

void Experiment::undo()
{
    if (!canUndo())
        return;
    following_.clear();
    gestureHasStep_ = false;
    moveTo(at_ - 1);
    visitTopic();
}

void Experiment::redo()
{
    if (!canRedo())
        return;
    following_.clear();
    gestureHasStep_ = false;
    moveTo(at_ + 1);
    visitTopic();
}

void Experiment::back()
{
    if (!canGoBack())
        return;
    visits_[visit_] = state();
    const size_t target = visit_ - 1;
    following_.clear();
    enter(visits_[target], false);
    visit_ = target;
    emit historyChanged();
}

void Experiment::forward()
{
    if (!canGoForward())
        return;
    visits_[visit_] = state();
    const size_t target = visit_ + 1;
    following_.clear();
    enter(visits_[target], false);
    visit_ = target;
    emit historyChanged();
}

QString Experiment::link() const
{
    return isOpen() ? writeLink(base_) : QString();
}

} // namespace tangent
