// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/set_editor.h"

#include "widgets/views/controls/buttons.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr int gap = 5;

} // namespace

SetEditor::SetEditor(QWidget* parent)
    : ValueEditor(parent)
{
}

void SetEditor::declare(const Parameter& parameter)
{
    if (parameter.choices != choices_) {
        choices_ = parameter.choices;
        qDeleteAll(chips_);
        chips_.clear();
        for (const Choice& choice : choices_) {
            PlainButton* chip = new PlainButton(PlainButton::Look::Chip, choice.label, this);
            chip->setTheme(*theme_);
            chip->show();
            connect(chip, &QAbstractButton::clicked, this, [this] { emitChosen(); });
            chips_.push_back(chip);
        }
        arrange(width(), true);
    }
    for (PlainButton* chip : chips_) {
        chip->setAccessibleName(tr("%1: %2").arg(parameter.label, chip->text()));
        chip->setAccessibleDescription(parameter.help);
        chip->setToolTip(parameter.help);
    }
}

void SetEditor::showValue(const Value& value, bool)
{
    const QStringList chosen = list(value);
    for (size_t index = 0; index < chips_.size(); ++index)
        chips_[index]->setChecked(chosen.contains(choices_[index].token));
}

void SetEditor::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (PlainButton* chip : chips_)
        chip->setTheme(theme);
    arrange(width(), true);
}

int SetEditor::neededWidth() const
{
    int widest = 120;
    for (const PlainButton* chip : chips_)
        widest = std::max(widest, chip->sizeHint().width());
    return widest;
}

int SetEditor::heightFor(int width) const
{
    return arrange(width, false);
}

void SetEditor::resizeEvent(QResizeEvent*)
{
    arrange(width(), true);
}

int SetEditor::arrange(int width, bool apply) const
{
    int left = 0;
    int top = 0;
    const int tall = controlHeight() - 2;
    for (PlainButton* chip : chips_) {
        const int wide = chip->sizeHint().width();
        if (left > 0 && left + wide > width) {
            left = 0;
            top += tall + gap;
        }
        if (apply)
            chip->setGeometry(left, top + 1, wide, tall);
        left += wide + gap;
    }
    return top + tall + 2;
}

void SetEditor::emitChosen()
{
    QStringList chosen;
    for (size_t index = 0; index < chips_.size(); ++index)
        if (chips_[index]->isChecked())
            chosen << choices_[index].token;
    emit edited(chosen, Intent::Phase::Whole);
}

} // namespace tangent
