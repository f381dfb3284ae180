// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/choice_editor.h"

#include "widgets/views/controls/segmented_control.h"
#include "widgets/views/controls/slim_combo.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr size_t mostSegments = 6;

} // namespace

ChoiceEditor::ChoiceEditor(QWidget* parent)
    : ValueEditor(parent)
    , segments_(new SegmentedControl(this))
    , combo_(new SlimCombo(this))
{
    connect(segments_, &SegmentedControl::chosen, this, &ChoiceEditor::choose);
    connect(combo_, &QComboBox::activated, this, &ChoiceEditor::choose);
}

void ChoiceEditor::declare(const Parameter& parameter)
{
    if (parameter.choices != choices_) {
        choices_ = parameter.choices;
        QStringList labels;
        for (const Choice& choice : choices_)
            labels << choice.label;
        segments_->setLabels(labels);
        combo_->clear();
        combo_->addItems(labels);
        arrange();
        select();
    }
    segments_->setHelp(parameter.label, parameter.help);
    combo_->setAccessibleName(parameter.label);
    combo_->setAccessibleDescription(parameter.help);
    combo_->setToolTip(parameter.help);
}

void ChoiceEditor::showValue(const Value& value, bool)
{
    token_ = text(value);
    select();
}

void ChoiceEditor::select()
{
    const auto found = std::find_if(
        choices_.begin(), choices_.end(), [&](const Choice& choice) { return choice.token == token_; });
    const int index = found == choices_.end() ? -1 : int(found - choices_.begin());
    segments_->setCurrent(index);
    combo_->setCurrentIndex(index);
}

void ChoiceEditor::setTheme(const Theme& theme)
{
    segments_->setTheme(theme);
    combo_->setTheme(theme);
    arrange();
}

int ChoiceEditor::neededWidth() const
{
    return std::min(combo_->neededWidth(), segments_->neededWidth());
}

int ChoiceEditor::heightFor(int) const
{
    return controlHeight();
}

void ChoiceEditor::resizeEvent(QResizeEvent*)
{
    arrange();
}

void ChoiceEditor::arrange()
{
    const bool sideBySide = choices_.size() <= mostSegments && segments_->neededWidth() <= width();
    const bool held = segments_->isAncestorOf(focusWidget()) || combo_->hasFocus();
    segments_->setVisible(sideBySide);
    combo_->setVisible(!sideBySide);
    segments_->setGeometry(0, 0, std::min(width(), std::max(segments_->neededWidth(), 264)), height());
    combo_->setGeometry(0, 1, std::min(width(), std::max(combo_->neededWidth(), 160)), height() - 2);
    if (held && !sideBySide)
        combo_->setFocus();
}

void ChoiceEditor::choose(int index)
{
    if (index >= 0 && index < int(choices_.size()))
        emit edited(choices_[size_t(index)].token, Intent::Phase::Whole);
}

} // namespace tangent
