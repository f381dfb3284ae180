// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/item_actions.h"

#include "widgets/views/text_target.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

namespace tangent {

std::vector<ItemAction> dropActions(const std::vector<Drop>& drops)
{
    std::vector<ItemAction> made;
    for (const Drop& drop : drops) {
        const QString spoken =
            QCoreApplication::translate("tangent::ItemView", "Put onto %1").arg(drop.label);
        made.push_back({drop.label, spoken, writeDrop(drop)});
    }
    return made;
}

void showActions(QWidget& over, QPoint place, const QString& title, const std::vector<ItemAction>& actions,
    const Theme& theme, const std::function<void(const Intent&)>& chosen)
{
    if (actions.empty())
        return;
    QMenu* menu = new QMenu(&over);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setPalette(theme.palette());
    menu->setAccessibleName(title);
    if (!title.isEmpty())
        menu->addSection(title);
    for (const ItemAction& action : actions) {
        // An ampersand in a label is a letter, not a key.
        QString label = action.label;
        QAction* line = menu->addAction(label.replace(QLatin1Char('&'), QLatin1String("&&")));
        QObject::connect(
            line, &QAction::triggered, &over, [chosen, intent = action.intent] { chosen(intent); });
    }
    menu->popup(over.mapToGlobal(place));
    for (QAction* line : menu->actions())
        if (!line->isSeparator()) {
            menu->setActiveAction(line);
            break;
        }
}

bool opensActions(const QKeyEvent& event, bool returnIsFree)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return returnIsFree;
    case Qt::Key_Menu:
        return true;
    case Qt::Key_M:
        return event.modifiers() & Qt::ControlModifier;
    default:
        return false;
    }
}

} // namespace tangent
