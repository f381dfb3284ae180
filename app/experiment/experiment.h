// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/lab.h"
#include "app/lab/settle.h"
#include "widgets/scene/intent.h"

#include <QObject>

namespace tangent {

/// The document: the one place where the state changes, and where undo lives. Everything that wants
/// a change (a slider, a handle, a note's link, a file, the player) says so through apply() or open().
class Experiment : public QObject {
    Q_OBJECT

public:
    explicit Experiment(DataCatalogue& catalogue, QObject* parent = nullptr);

    /// Opens a state of a topic, as a step that can be undone and gone back from.
    void open(const Lab& lab, const Request& request);
    /// Changes values of the current topic.
    void apply(const Intent& intent);
    /// Applies the pairs of a query to the current state, or to the defaults; one undo step.
    void applyQuery(const QString& query, bool fromDefaults);
    /// Every value of the topic back to its default; one undo step.
    void reset();

    void undo();
    void redo();
    bool canUndo() const { return at_ > 0; }
    bool canRedo() const { return at_ + 1 < history_.size(); }

    /// The topics visited, like pages: each stands as it was left.
    void back();
    void forward();
    bool canGoBack() const { return visit_ > 0; }
    bool canGoForward() const { return visit_ + 1 < visits_.size(); }

    bool isOpen() const { return lab_ != nullptr; }
    const Lab& lab() const { return *lab_; }
    /// The state with what the pointer follows laid over it: what is computed and shown.
    const Settled& current() const { return current_; }
    /// The state alone, settled: what is kept in files.
    const Settled& kept() const { return base_; }
    /// The state as links and files keep it.
    const State& state() const { return history_[at_]; }
    QString link() const;
    DataCatalogue& catalogue() const { return catalogue_; }

signals:
    /// The state, or what lies over it, is another one now. `topicOrData`: what runs for the old one is
    /// useless. A patch is no other data: who draws row by row sees every picture that was begun.
    void changed(bool topicOrData);
    void historyChanged();
    /// What the last opened link, file or query asked for and did not get.
    void complained(const tangent::Complaints& complaints);

private:
    void moveTo(size_t index);
    void enter(const State& state, bool joinsLast);
    void settleCurrent();
    Values withCells(Values values, const std::vector<CellWrite>& cells) const;
    Values withoutStaleDefaults(const Values& before, const Intent& intent) const;
    void visitTopic();
    void dropIdleStep();

    DataCatalogue& catalogue_;
    const Lab* lab_ = nullptr;
    std::vector<State> history_;
    size_t at_ = 0;
    std::vector<State> visits_;
    size_t visit_ = 0;
    bool gestureHasStep_ = false; ///< the running gesture has its entry in the history
    Values following_;
    Settled base_;    ///< the state alone, settled
    Settled current_; ///< with `following_` laid over it
};

} // namespace tangent
