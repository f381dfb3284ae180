// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/name_edit.h"

#include "widgets/views/text.h"

#include <QKeyEvent>

#include <algorithm>

namespace tangent {

namespace {

constexpr int longestName = 40;
constexpr int leastWidth = 110;

} // namespace

NameEdit::NameEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setMaxLength(longestName);
    hide();
}

void NameEdit::setTheme(const Theme& theme)
{
    setFont(uiFont(11.5));
    setPalette(theme.palette());
}

void NameEdit::openAt(const QRect& box, const QString& name)
{
    const int wide = std::min(std::max(box.width(), leastWidth), parentWidget()->width());
    const int left = std::clamp(box.left(), 0, parentWidget()->width() - wide);
    setGeometry(left, box.top(), wide, box.height());
    setAccessibleName(tr("Name of class %1").arg(name));
    setText(name);
    selectAll();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void NameEdit::finish(bool takes, bool byKey)
{
    if (isHidden())
        return;
    const QString name = text().simplified();
    hide();
    if (takes)
        emit named(name);
    emit closed(byKey);
}

/// Its keys are no shortcuts of the window.
bool NameEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NameEdit::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(true, true);
        break;
    case Qt::Key_Escape:
        finish(false, true);
        break;
    default:
        QLineEdit::keyPressEvent(event);
    }
    event->accept(); // what it has no use for is none of the pens' keys either
}

void NameEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        finish(true, false);
}

} // namespace tangent
