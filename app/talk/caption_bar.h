// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/talk/prediction.h"
#include "app/talk/talk.h"
#include "widgets/views/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tangent {

class NumberField;

/// The words under a presented lab, readable from the back of a room: the item's text with the numbers of the
/// moment in it, the question while a guess is asked for, and what became of the guess.
class CaptionBar : public QWidget {
    Q_OBJECT

public:
    explicit CaptionBar(QWidget* parent = nullptr);

    void showStop(const TalkStop& stop, int index, int count);
    /// Live numbers of the caption.
    void followScene(const Scene& scene);
    /// Asks: with a number field when `kind` is a number, otherwise the plot is the field.
    void ask(const QString& question, Prediction::Kind kind);
    void showVerdict(const QString& verdict);
    void setTheme(const Theme& theme);
    QString shownText() const;
    int heightFor(int width) const;

signals:
    void numberGuessed(double number);
    /// The question is passed over.
    void skipped();

private:
    void compose();

    TalkStop stop_;
    Scene scene_;
    QString question_;
    QString verdict_;
    QLabel* number_;
    QLabel* words_;
    NumberField* field_;
    QPushButton* skip_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
