// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/presenter.h"
#include "widgets/views/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace tangent {

class FormulaLibrary;
class NoteLibrary;
class NoteView;

/// The presenter's own screen: the note of the lab, where the talk stands, what comes next, remarks, the
/// time.
class PresenterWindow : public QWidget {
    Q_OBJECT

public:
    PresenterWindow(Presenter& presenter, const NoteLibrary& notes, std::shared_ptr<FormulaLibrary> formulas,
        const Theme& theme);

    void setTheme(const Theme& theme);
    QString timeText() const;
    /// The words that the room reads, with the numbers of now.
    QString nowText() const;
    QString nextText() const;

private:
    void follow();
    void followScene();

    Presenter& presenter_;
    const NoteLibrary& notes_;
    NoteView* note_;
    QLabel* time_;
    QLabel* place_;
    QLabel* now_;
    QLabel* remarks_;
    QLabel* next_;
    QTimer second_;
};

} // namespace tangent
