// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/value_editor.h"

#include "widgets/views/controls/choice_editor.h"
#include "widgets/views/controls/number_editor.h"
#include "widgets/views/controls/plain_editors.h"
#include "widgets/views/controls/set_editor.h"

#include <cmath>

namespace tangent {

std::unique_ptr<ValueEditor> ValueEditor::make(Parameter::Kind kind, QWidget* parent)
{
    switch (kind) {
    case Parameter::Kind::Real:
    case Parameter::Kind::Integer:
    case Parameter::Kind::Seed:
        return std::make_unique<NumberEditor>(parent);
    case Parameter::Kind::Choice:
        return std::make_unique<ChoiceEditor>(parent);
    case Parameter::Kind::Toggle:
        return std::make_unique<ToggleEditor>(parent);
    case Parameter::Kind::Point:
        return std::make_unique<PointEditor>(parent);
    case Parameter::Kind::Text:
        return std::make_unique<TextEditor>(parent);
    case Parameter::Kind::Set:
        return std::make_unique<SetEditor>(parent);
    case Parameter::Kind::Step:
    case Parameter::Kind::Rows:
    case Parameter::Kind::Grid:
        break;
    }
    return nullptr;
}

int controlHeight()
{
    return int(std::lround(26 * textScale()));
}

} // namespace tangent
