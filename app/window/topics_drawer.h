// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/drawer.h"

#include <QTimer>

class QWidget;

namespace tangent {

class TopicsPanel;
class TopicsRail;

/// The topics of a narrow window: the rail opens them over the lab, by a click or a key, or when the
/// pointer rests on it. They close when a topic is chosen, when the pointer that opened them leaves, and
/// when the focus goes elsewhere.
class TopicsDrawer : public Drawer {
    Q_OBJECT

public:
    /// The focus may also rest on `search`, whose words the topics answer.
    TopicsDrawer(TopicsRail& rail, TopicsPanel& panel, QWidget& search, QObject* parent = nullptr);

    static constexpr int restMilliseconds = 250;  ///< before the pointer on the rail opens them
    static constexpr int leaveMilliseconds = 300; ///< after the pointer has left them

    /// Wide windows show the topics anyway: no rail, nothing to open.
    void setNeeded(bool needed);

    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void open(const QString& chapter);
    void focusMoved(const QWidget* to);

    TopicsRail& rail_;
    TopicsPanel& panel_;
    QWidget& search_;
    QTimer openSoon_;
    QTimer closeSoon_;
    bool needed_ = false;
    bool byPointer_ = false; ///< the pointer opened them, and closes them by leaving
};

} // namespace tangent
