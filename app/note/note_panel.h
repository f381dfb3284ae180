// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/challenge_card.h"
#include "app/note/note_view.h"

namespace tangent {

/// The note and, at its foot while one runs, the challenge.
class NotePanel : public QWidget {
    Q_OBJECT

public:
    explicit NotePanel(std::shared_ptr<FormulaLibrary> formulas, QWidget* parent = nullptr);

    void setNote(const Note& note);
    void setTheme(const Theme& theme);
    /// The scene, and the values it was made from.
    void followScene(const Scene& scene, const Values& values, const Parameters& parameters);

    NoteView* view() const { return view_; }
    ChallengeCard* challenge() const { return card_; }

protected:
    void paintEvent(QPaintEvent* event) override;

signals:
    /// From the note's links, and from the start of its challenge.
    void labLink(const QString& query, bool fromDefaults);
    /// The challenge's solution, from the defaults. No state on the way there may meet the goal first.
    void solutionWanted(const QString& query);
    void reached(const QString& topic, bool byHand);

private:
    const Theme* theme_ = &Theme::light();
    NoteView* view_;
    ChallengeCard* card_;
};

} // namespace tangent
