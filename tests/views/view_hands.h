// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/intent.h"

#include <QAccessible>
#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWidget>

#include <vector>

namespace tangent::tests {

/// Keeps what a widget asked for.
class IntentLog : public QObject {
public:
    template <class Sender>
    explicit IntentLog(Sender* sender)
    {
        connect(sender, &Sender::intent, this, [this](const Intent& wanted) { all.push_back(wanted); });
    }

    const Intent& last() const { return all.back(); }
    Value lastValue(const QString& key) const { return all.empty() ? Value() : all.back().values.value(key); }

    /// One letter for each intent: W, B, M, E, F.
    QString phases() const
    {
        QString letters;
        for (const Intent& wanted : all)
            letters += QLatin1Char("WBMEF"[int(wanted.phase)]);
        return letters;
    }

    std::vector<Intent> all;
};

/// A mouse event with buttons and a time of our own, as a hand that drags makes them.
inline void sendMouse(
    QWidget& widget, QEvent::Type type, QPointF place, Qt::MouseButtons held, quint64 milliseconds)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, place, widget.mapToGlobal(place), button, held, Qt::NoModifier);
    event.setTimestamp(milliseconds);
    QApplication::sendEvent(&widget, &event);
}

inline void hover(QWidget& widget, QPointF place)
{
    sendMouse(widget, QEvent::MouseMove, place, Qt::NoButton, 0);
}

inline void leave(QWidget& widget)
{
    QEvent event(QEvent::Leave);
    QApplication::sendEvent(&widget, &event);
}

/// Shows a widget and waits until keys reach it.
inline bool present(QWidget& widget)
{
    widget.show();
    widget.activateWindow();
    return QTest::qWaitForWindowActive(&widget);
}

inline QAccessibleInterface* spoken(QObject* object)
{
    return QAccessible::queryAccessibleInterface(object);
}

} // namespace tangent::tests
