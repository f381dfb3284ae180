// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/prediction.h"
#include "app/talk/talk.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSet>

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
/// is a spotlight, G asks for a guess, X changes the screens, Esc and F5 end. They work in the lab's window
/// and in the presenter's own. The lab keeps the controls that the stop moves; the others fold away.
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

    LabPanel& lab() const { return parts_.lab; }
    void start() { goTo(0); }
    /// To the next stop, or to its question first; past the question when it stands.
    void forward();
    void back();
    /// The state of a link in the presenter's note; the next stop starts from its own again.
    void follow(const QString& query, bool fromDefaults);
    /// The keys work in this window, too; null: in the lab's alone again.
    void setOwnWindow(QWidget* window) { ownWindow_ = window; }
    /// Asks for a guess about a readout, a handle or a figure before the next stop.
    void ask(const QString& key, const QString& question);

signals:
    void stopChanged();
    void screensSwapped();
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goTo(int index);
    bool keyPressed(const QKeyEvent& event, bool inOwnWindow);
    QSet<QString> movedKeys() const;
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
    QPointer<QWidget> ownWindow_;
    QElapsedTimer clock_;
};

} // namespace tangent
