// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/prediction.h"
#include "app/talk/talk.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <optional>

class QKeyEvent;

namespace tangent {

class CaptionBar;
class Curtain;
class Experiment;
class Glide;
class PredictionPad;
class LabPanel;

/// Walks a talk: each stop is a state that the lab glides to and words that the caption shows. What a hand
/// does in between is free; the next stop starts from its own state. Before a stop it can ask for a guess,
/// which then stays in the picture when the truth arrives. Keys: PageDown and PageUp walk, B blanks, S held
/// is a spotlight, G asks for a guess, Esc and F5 end.
class Presenter : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Experiment& experiment;
        Glide& glide;
        LabPanel& lab;
        CaptionBar& caption;
        Curtain& curtain;
    };

    Presenter(const Talk& talk, const Parts& parts, QObject* parent = nullptr);
    ~Presenter() override;

    const Talk& talk() const { return talk_; }
    int index() const { return index_; }
    /// The stop that comes next; null at the end.
    const TalkStop* next() const;
    bool isAsking() const { return asked_.has_value(); }
    qint64 elapsedMilliseconds() const { return clock_.elapsed(); }

    void start() { goTo(0); }
    /// To the next stop, or to its question first; past the question when it stands.
    void forward();
    void back();
    /// Asks for a guess about a readout, a handle or a figure before the next stop.
    void ask(const QString& key, const QString& question);

signals:
    void stopChanged();
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goTo(int index);
    bool keyPressed(const QKeyEvent& event);
    void askAnything();
    void take(Prediction guess);
    void endQuestion();
    void followScene();

    Talk talk_;
    Parts parts_;
    int index_ = -1;
    std::optional<Prediction> asked_; ///< the question that stands, not answered yet
    std::optional<Prediction> guess_; ///< what was said before this stop
    QPointer<PredictionPad> pad_;
    QElapsedTimer clock_;
};

} // namespace tangent
