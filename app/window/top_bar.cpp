// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/top_bar.h"

#include "widgets/views/controls/tab_order.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace tangent {

namespace {

constexpr int barHeight = 44;
constexpr int searchWidth = 270;

} // namespace

TopBar::TopBar(QWidget* parent)
    : QWidget(parent)
    , search_(new QLineEdit(this))
    , buttons_(new QWidget(this))
    , menu_(new QToolButton(this))
{
    setObjectName(QStringLiteral("topBar"));
    setFixedHeight(barHeight);
    auto* name = new QLabel(tr("Tangent"), this);
    name->setObjectName(QStringLiteral("programName"));
    search_->setPlaceholderText(tr("Search topics and notes      Ctrl K"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Search topics and notes"));
    search_->setFixedWidth(searchWidth); // its own words fit in every window
    menu_->setFocusPolicy(Qt::TabFocus);
    menu_->setText(QStringLiteral("⋯"));
    menu_->setPopupMode(QToolButton::InstantPopup);
    menu_->setToolTip(tr("Menu"));
    menu_->setAccessibleName(tr("Menu"));
    auto* inner = new QHBoxLayout(buttons_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(6);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(10);
    row->addWidget(name);
    row->addSpacing(12);
    row->addWidget(search_);
    row->addStretch(1);
    row->addWidget(buttons_);
    row->addWidget(menu_);
    connect(search_, &QLineEdit::textChanged, this, &TopBar::searchChanged);
    connect(search_, &QLineEdit::returnPressed, this, &TopBar::searchAccepted);
}

QToolButton* TopBar::addAction(QAction* action, bool accent)
{
    auto* button = new QToolButton(buttons_);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(action->toolTip());
    button->setProperty("accent", accent);
    buttons_->layout()->addWidget(button);
    // Tab walks the bar as the eye does, though the menu's button is older than the others.
    std::vector<QWidget*> order{search_};
    for (QToolButton* one : buttons_->findChildren<QToolButton*>())
        order.push_back(one);
    order.push_back(menu_);
    orderTabs(*this, order);
    return button;
}

void TopBar::setTheme(const Theme& theme)
{
    setAttribute(Qt::WA_StyledBackground);
    setFont(uiFont(13));
    for (QWidget* part : findChildren<QWidget*>())
        part->setFont(uiFont(13));
    setStyleSheet(QStringLiteral(
        "#topBar { background: %1; border-bottom: 1px solid %2; }"
        "#programName { color: %3; font-weight: 600; font-size: 15px; }"
        "QLineEdit { background: %4; color: %3; border: 1px solid %2; border-radius: 6px; padding: 4px 9px; }"
        "QLineEdit:focus { border-color: %5; }"
        "QToolButton { color: %3; border: 1px solid transparent; border-radius: 6px; padding: 4px 9px; "
        "background: transparent; }"
        "QToolButton:hover, QToolButton:focus { border-color: %2; }"
        "QToolButton:focus { border-color: %5; }"
        "QToolButton:disabled { color: %6; }"
        "QToolButton::menu-indicator { image: none; }"
        "QToolButton[accent=\"true\"] { border-color: %2; }")
                      .arg(theme.surface.name(), theme.hairline.name(), theme.ink.name(), theme.field.name(),
                          theme.accent.name(), theme.hairline.name()));
}

} // namespace tangent
