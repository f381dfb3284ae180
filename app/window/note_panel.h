// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/challenge_card.h"
#include "app/note/note_view.h"

#include <QWidget>

namespace tangent {

class Settings;

/// The note beside the lab, with its challenge under it once it is taken up.
class NotePanel : public QWidget {
    Q_OBJECT

public:
    NotePanel(std::shared_ptr<FormulaLibrary> formulas, Settings& settings, QWidget* parent = nullptr);

    void setNote(const Note* note);
    void setTheme(const Theme& theme);
    void follow(const Scene& scene, const Values& values, const Parameters& parameters);
    NoteView& view() { return *view_; }

private:
    NoteView* view_;
    ChallengeCard* card_;
};

} // namespace tangent
