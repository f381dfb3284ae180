// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/number_field.h"

#include <QFocusEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int linePadding = 2; // of QLineEdit, on either side of its text

} // namespace

NumberField::NumberField(QWidget* parent)
    : LineField(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setMaxLength(32);
    connect(this, &QLineEdit::textEdited, this, [this] { refreshMark(); });
}

void NumberField::setLimits(const NumberLimits& limits)
{
    limits_ = limits;
}

void NumberField::setNumber(double value, bool automatic)
{
    const bool same = value == number_ && automatic == automatic_ && !isWrong() && !text().isEmpty();
    if (same && !isModified())
        return;
    number_ = value;
    automatic_ = automatic;
    setMutedText(automatic);
    if (hasFocus() && isModified())
        return;
    write(value);
    refreshMark();
}

void NumberField::write(double value)
{
    if (const QString shown = fieldNumber(value); shown != text())
        setText(shown);
    setModified(false);
    if (!hasFocus())
        setCursorPosition(0); // the first digits weigh most
    showWhole();
}

void NumberField::showWhole()
{
    QString whole = QLocale().toString(number_, 'g', QLocale::FloatingPointShortest);
    whole.replace(QLatin1Char('-'), QChar(0x2212));
    const int room = contentsRect().width() - textMargins().left() - textMargins().right() - 2 * linePadding;
    const QString shown = fieldNumber(number_);
    const bool isAll = readNumber(shown) == number_ && QFontMetrics(font()).horizontalAdvance(shown) <= room;
    setWhole(isAll ? QString() : whole);
}

void NumberField::resizeEvent(QResizeEvent* event)
{
    LineField::resizeEvent(event);
    showWhole();
}

QString NumberField::complaint() const
{
    const std::optional<double> typed = readNumber(text());
    if (!typed)
        return tr("“%1” is not a number.").arg(text());
    if (*typed < limits_.minimum || *typed > limits_.maximum)
        return tr("Out of range: type a number %1.").arg(limits_.rangeText());
    if (limits_.whole && *typed != std::round(*typed))
        return tr("Type a whole number %1.").arg(limits_.rangeText());
    return {};
}

int NumberField::neededWidth() const
{
    const QFontMetrics metrics(font());
    int widest = metrics.horizontalAdvance(QStringLiteral("0.000"));
    for (const double end : {limits_.minimum, limits_.maximum})
        if (std::abs(end) < 1e7)
            widest = std::max(widest, metrics.horizontalAdvance(fieldNumber(end)));
    return widest + unitWidth() + 20;
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    const double many = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        return;
    case Qt::Key_Escape:
        revert();
        emit cancelled();
        return;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const double from = complaint().isEmpty() ? readNumber(text()).value_or(number_) : number_;
        setText(fieldNumber(limits_.stepped(from, event->key() == Qt::Key_Up ? many : -many)));
        setModified(true);
        commit();
        return;
    }
    default:
        LineField::keyPressEvent(event);
    }
}

void NumberField::focusOutEvent(QFocusEvent* event)
{
    LineField::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    if (isModified() && complaint().isEmpty()) {
        commit();
        return;
    }
    revert();
    emit cancelled();
}

void NumberField::commit()
{
    refreshMark();
    if (isWrong())
        return;
    if (!isModified()) {
        emit cancelled();
        return;
    }
    setModified(false);
    number_ = readNumber(text()).value_or(number_);
    if (!hasFocus())
        setCursorPosition(0);
    showWhole();
    emit committed(number_);
}

void NumberField::revert()
{
    write(number_);
    refreshMark();
}

void NumberField::refreshMark()
{
    setComplaint(isModified() ? complaint() : QString());
}

} // namespace tangent
