// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QAbstractButton>

namespace tangent {

/// The buttons of the program, painted by us.
class PlainButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Look {
        Segment, ///< one of a row of choices in a common frame
        Chip,    ///< a pill that is on or off
        Tab,     ///< a heading that can be chosen
        Fold,    ///< a heading that opens
        Framed,  ///< a button with a hairline
        Switch,  ///< on or off, without words
    };

    PlainButton(Look look, const QString& text, QWidget* parent = nullptr);

    /// What a button shows instead of its words, around a middle.
    using Sign = void (*)(QPainter& painter, QPointF middle, const QColor& colour);

    Look look() const { return look_; }
    /// The words stay what a screen reader says. Null: the words again.
    void setSign(Sign sign);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QFont fontNow() const;
    void paintWords(QPainter& painter) const;
    void paintSwitch(QPainter& painter) const;
    void paintFold(QPainter& painter) const;

    /// Focused, and not by the mouse: then the hand knows where it is.
    bool showsFocus() const { return hasFocus() && byKeyboard_; }

    Look look_;
    Sign sign_ = nullptr;
    bool byKeyboard_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
