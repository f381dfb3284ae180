// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/goal.h"
#include "widgets/scene/parameter.h"

#include <QCoreApplication>
#include <QStringList>

namespace tangent {

/// What a reader expects before touching anything.
struct Guess {
    QString key;                  ///< of a control; empty: something in the picture
    int direction = 0;            ///< numbers: −1 down, 1 up
    QString token;                ///< choices and toggles: the choice that will do it
    std::optional<double> target; ///< numbers: about how far
};

/// A challenge from its start to its solution, without a widget: the guess first, then the hands; the
/// goal is noticed when a complete scene meets it.
class ChallengeModel {
    Q_DECLARE_TR_FUNCTIONS(ChallengeModel)

public:
    enum class Stage { Resting, Guessing, Trying, Reached };

    /// `solution` is a query of a state that meets the goal; empty: none is known.
    void setChallenge(const QString& topic, const Goal& goal, const QString& solution = {});
    const QString& topic() const { return topic_; }
    const Goal& goal() const { return goal_; }
    Stage stage() const { return stage_; }

    /// Asks for the guess. Nothing happens without a goal.
    void begin();
    void leave();
    /// Query that puts what must stay put where it must be; from the defaults it is the start.
    QString startQuery() const;
    /// Controls to choose from: primary parameters that the goal leaves free.
    Parameters controls() const;
    /// Where a parameter stands now.
    Value standing(const QString& key) const { return standingValue(key, known_, values_); }
    /// Takes the guess; from now on the goal is watched. Only while guessing.
    bool commit(const Guess& guess);
    /// Whether the reader may look at the solution: not before the guess.
    bool offersSolution() const { return stage_ == Stage::Trying && !solution_.isEmpty(); }
    /// Query of the solution, from the defaults; from now on the goal is not reached by the reader's own
    /// hand. Empty where offersSolution() is false.
    QString takeSolution();
    bool tookSolution() const { return tookSolution_; }
    /// A complete scene and the values it was made from. True when this is the one that reaches the goal.
    bool follow(const Scene& scene, const Values& values, const Parameters& parameters);

    /// One sentence for each parameter that was to stay put and did not; only while trying.
    QStringList strayed() const;
    /// “Momentum, down, to about 0.6”
    QString guessText() const;
    /// “Reached with Momentum 0.57. Your guess was …”; empty before.
    QString verdict() const { return verdict_; }

private:
    bool isFixed(const Condition& condition) const;
    Parameters moved() const;
    QString judgement(const Parameters& moved) const;
    QString shown(const Parameter& parameter) const;
    QString sentenceFor(const Condition& condition) const;

    QString topic_;
    Goal goal_;
    QString solution_;
    bool tookSolution_ = false;
    Stage stage_ = Stage::Resting;
    Guess guess_;
    QString verdict_;
    Scene known_; ///< readouts, resolved values and timeline of the last scene
    Values values_;
    Values atStart_; ///< where the parameters stood when the guess was made
    Parameters parameters_;
};

} // namespace tangent
