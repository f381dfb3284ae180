// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/plain_editors.h"

#include "widgets/scene/number_text.h"
#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/number_field.h"
#include "widgets/views/item_paint.h"

#include <algorithm>

namespace tangent {

namespace {

constexpr int gap = 8;
constexpr int widestField = 420;
constexpr double largestLetters = 13;
constexpr double smallestLetters = 11;
constexpr double besideLetters = 16; ///< the margins of a field
constexpr int summaryLength = 200;

constexpr int summaryWidth = 200;

QString summaryOf(const QString& text)
{
    const qsizetype lines = text.count(QLatin1Char('\n')) + 1;
    return text.isEmpty() ? TextEditor::tr("empty")
                          : counted(lines, TextEditor::tr("1 line, edited in the figure"),
                              TextEditor::tr("%1 lines, edited in the figure"));
}

} // namespace

ToggleEditor::ToggleEditor(QWidget* parent)
    : ValueEditor(parent)
    , switch_(new PlainButton(PlainButton::Look::Switch, {}, this))
{
    connect(
        switch_, &QAbstractButton::clicked, this, [this](bool on) { emit edited(on, Intent::Phase::Whole); });
}

void ToggleEditor::declare(const Parameter& parameter)
{
    switch_->setAccessibleName(parameter.label);
    switch_->setAccessibleDescription(parameter.help);
    switch_->setToolTip(parameter.help);
}

void ToggleEditor::showValue(const Value& value, bool)
{
    switch_->setChecked(flag(value));
}

void ToggleEditor::setTheme(const Theme& theme)
{
    switch_->setTheme(theme);
    resizeEvent(nullptr);
}

int ToggleEditor::neededWidth() const
{
    return switch_->sizeHint().width();
}

int ToggleEditor::heightFor(int) const
{
    return controlHeight();
}

void ToggleEditor::resizeEvent(QResizeEvent*)
{
    switch_->setGeometry(-2, 0, switch_->sizeHint().width(), height());
}

PointEditor::PointEditor(QWidget* parent)
    : ValueEditor(parent)
    , x_(new NumberField(this))
    , y_(new NumberField(this))
{
    for (NumberField* field : {x_, y_})
        connect(field, &NumberField::committed, this,
            [this] { emit edited(QPointF(x_->number(), y_->number()), Intent::Phase::Whole); });
}

void PointEditor::declare(const Parameter& parameter)
{
    NumberLimits limits = NumberLimits::of(parameter);
    x_->setLimits(limits);
    if (parameter.maximumY > parameter.minimumY) {
        limits.minimum = parameter.minimumY;
        limits.maximum = parameter.maximumY;
    }
    y_->setLimits(limits);
    x_->setAccessibleName(tr("%1, x").arg(parameter.label));
    y_->setAccessibleName(tr("%1, y").arg(parameter.label));
    for (NumberField* field : {x_, y_}) {
        field->setUnit(parameter.unit);
        field->setHelp(parameter.help);
    }
}

void PointEditor::showValue(const Value& value, bool automatic)
{
    const QPointF at = point(value);
    x_->setNumber(at.x(), automatic);
    y_->setNumber(at.y(), automatic);
}

void PointEditor::setTheme(const Theme& theme)
{
    x_->setTheme(theme);
    y_->setTheme(theme);
}

int PointEditor::neededWidth() const
{
    return 2 * std::max(x_->neededWidth(), y_->neededWidth()) + gap;
}

int PointEditor::heightFor(int) const
{
    return controlHeight();
}

void PointEditor::resizeEvent(QResizeEvent*)
{
    const int each = std::min((width() - gap) / 2, std::max(neededWidth() / 2, 90));
    x_->setGeometry(0, 1, each, height() - 2);
    y_->setGeometry(each + gap, 1, each, height() - 2);
}

TextEditor::TextEditor(QWidget* parent)
    : ValueEditor(parent)
    , field_(new LineField(this))
{
    connect(field_, &QLineEdit::editingFinished, this, [this] {
        if (!field_->isModified())
            return;
        field_->setModified(false);
        emit edited(field_->text(), Intent::Phase::Whole);
    });
}

void TextEditor::declare(const Parameter& parameter)
{
    elsewhere_ = !parameter.language.isEmpty();
    field_->setReadOnly(elsewhere_);
    field_->setFocusPolicy(elsewhere_ ? Qt::NoFocus : Qt::StrongFocus);
    field_->setMaxLength(elsewhere_ ? summaryLength : parameter.maximumRows);
    field_->setAccessibleName(parameter.label);
    field_->setHelp(parameter.help);
}

void TextEditor::showValue(const Value& value, bool automatic)
{
    field_->setMutedText(automatic || elsewhere_);
    if (field_->hasFocus() && field_->isModified())
        return;
    const QString own = text(value);
    const QString shown = elsewhere_ ? summaryOf(own) : own;
    if (shown == field_->text())
        return;
    field_->setText(shown);
    fitLetters();
    field_->setCursorPosition(0); // a long text is read from its beginning
}

/// A name a little too long for its field is seen whole in smaller letters.
void TextEditor::fitLetters()
{
    double pixels = largestLetters;
    while (pixels > smallestLetters
        && textWidth(uiFont(pixels), field_->text()) > field_->width() - besideLetters)
        pixels -= 1;
    field_->setFont(uiFont(pixels));
}

void TextEditor::setTheme(const Theme& theme)
{
    field_->setTheme(theme);
    fitLetters();
}

int TextEditor::neededWidth() const
{
    return elsewhere_ ? summaryWidth : 120;
}

int TextEditor::heightFor(int) const
{
    return controlHeight();
}

void TextEditor::resizeEvent(QResizeEvent*)
{
    field_->setGeometry(0, 1, std::min(width(), widestField), height() - 2);
    fitLetters();
}

} // namespace tangent
