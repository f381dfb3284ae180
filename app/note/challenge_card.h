// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/challenge.h"
#include "app/note/note.h"
#include "widgets/views/theme.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace tangent {

/// The card at the foot of the note while a challenge runs: it asks for a guess, watches, and says when
/// the goal is reached. Hidden while there is none.
class ChallengeCard : public QWidget {
    Q_OBJECT

public:
    explicit ChallengeCard(QWidget* parent = nullptr);

    /// The challenge of this note; a running one of another topic is left.
    void setNote(const Note& note);
    void setTheme(const Theme& theme);
    /// Shows the card and asks for the guess.
    void begin();
    void leave();
    /// The scene and the values it was made from.
    void followScene(const Scene& scene, const Values& values, const Parameters& parameters);
    const ChallengeModel& model() const { return model_; }

signals:
    /// The state that the challenge starts from: these keys over the defaults.
    void started(const QString& query);
    /// The goal stands; `byHand`: without a look at the solution.
    void reached(const QString& topic, bool byHand);
    /// The reader gives up and wants to see this state, from the defaults.
    void solutionWanted(const QString& query);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void offerControls();
    void offerWays();
    void commit();
    void keepFocus();
    void refresh();

    ChallengeModel model_;
    const Theme* theme_ = &Theme::light();
    QString text_;
    Parameters controls_;
    QLabel* title_ = nullptr;
    QLabel* task_ = nullptr;
    QToolButton* close_ = nullptr;
    QWidget* form_ = nullptr;
    QComboBox* control_ = nullptr;
    QComboBox* way_ = nullptr;
    QLabel* wayLabel_ = nullptr;
    QDoubleSpinBox* far_ = nullptr;
    QLabel* farLabel_ = nullptr;
    QPushButton* commit_ = nullptr;
    QLabel* message_ = nullptr;
    QLabel* warning_ = nullptr;
    QPushButton* solution_ = nullptr;
};

} // namespace tangent
