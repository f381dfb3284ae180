// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

namespace tangent {

/// The bar over everything: search, back and forward, undo and redo, the link, the menu. Buttons show
/// actions that the window owns.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget* parent = nullptr);

    /// Adds a button for an action, from left to right; `accent` lights it.
    QToolButton* addAction(QAction* action, bool accent = false);
    QToolButton* menuButton() { return menu_; }
    QLineEdit* search() { return search_; }
    void setTheme(const Theme& theme);

signals:
    void searchChanged(const QString& text);
    void searchAccepted();

private:
    QLineEdit* search_;
    QWidget* buttons_;
    QToolButton* menu_;
};

} // namespace tangent
