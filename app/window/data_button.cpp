// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/data_button.h"

#include "app/lab/data_words.h"
#include "app/lab/drawing.h"
#include "app/lab/roles.h"

#include <QMenu>

namespace tangent {

namespace {

Intent whole(const QString& key, const Value& value)
{
    Intent intent;
    intent.values[key] = value;
    return intent;
}

/// The parts of a line at its commas, but those in brackets.
QStringList clausesOf(const QString& line)
{
    QStringList clauses{QString()};
    int depth = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        depth += c == QLatin1Char('(') ? 1 : c == QLatin1Char(')') ? -1 : 0;
        const bool parts = depth == 0 && QStringView(line).mid(i).startsWith(QLatin1String(", "));
        if (parts)
            clauses << QString();
        else
            clauses.last() += c;
        i += parts ? 1 : 0;
    }
    return clauses;
}

} // namespace

DataButton::DataButton(Experiment& experiment, QWidget* parent)
    : QToolButton(parent)
    , experiment_(experiment)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &DataButton::fillMenu);
    hide();
}

void DataButton::setLine(const QString& line)
{
    if (line == line_)
        return;
    line_ = line;
    setVisible(!line.isEmpty());
    setAccessibleName(tr("Data: %1").arg(line));
    setToolTip(accessibleName() + QLatin1Char('\n') + tr("Choose other data or other columns"));
    writeLine();
}

void DataButton::fitInto(int width)
{
    room_ = width;
    writeLine();
}

/// Words that are tried and taken back lay the window out anew: only for another line, room or letters.
void DataButton::writeLine()
{
    const auto wanted = std::pair(line_, room_);
    if (written_ == wanted)
        return;
    written_ = wanted;
    setText(tr("Data: %1").arg(line_));
    QStringList clauses = clausesOf(line_);
    const qsizetype bracket = clauses.size() > 1 ? clauses.last().indexOf(QLatin1String(" (")) : -1;
    const QString sample = bracket < 0 ? QString() : clauses.last().mid(bracket); // is never left out
    while (sizeHint().width() > room_ && clauses.size() > 1) {
        clauses.removeLast();
        setText(tr("Data: %1").arg(clauses.join(QStringLiteral(", ")) + sample));
    }
    if (sizeHint().width() > room_)
        setText(showsSample(experiment_.current()) ? tr("Data: a sample") : tr("Data"));
}

void DataButton::fillMenu()
{
    // The menus inside this one are not its actions: clearing alone would leave them behind.
    qDeleteAll(menu()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    menu()->clear();
    if (!text().endsWith(line_)) { // there is no room for it on the button
        menu()->addAction(line_)->setEnabled(false);
        menu()->addSeparator();
    }
    const QStringList suggested = experiment_.lab().info().suggestedData;
    const QString current = currentData();
    QMenu* others = nullptr;
    const auto add = [&](QMenu* where, const DataName& data) {
        QAction* action = where->addAction(data.title);
        action->setCheckable(true);
        action->setChecked(data.name == current);
        connect(action, &QAction::triggered, this,
            [this, name = data.name] { experiment_.apply(whole(QStringLiteral("data"), name)); });
    };
    for (const DataName& data : experiment_.catalogue().names()) {
        const bool isOffered = suggested.contains(data.name) || data.name == current;
        if (data.name != drawnTable && (isOffered || data.kind == DataName::Kind::File))
            add(menu(), data);
    }
    if (suggested.contains(drawnTable)) {
        QAction* draws = menu()->addAction(tr("Draw your own"));
        draws->setCheckable(true);
        draws->setChecked(current == drawnTable);
        connect(draws, &QAction::triggered, this, &DataButton::drawingWanted);
    }
    others = menu()->addMenu(tr("Other data"));
    for (const DataName& data : experiment_.catalogue().names()) {
        const bool stands = suggested.contains(data.name) || data.name == current;
        if (!stands && data.name != drawnTable && data.kind != DataName::Kind::File)
            add(others, data);
    }
    menu()->addSeparator();
    connect(menu()->addAction(tr("Open a table…")), &QAction::triggered, this, &DataButton::openFileWanted);
    QAction* table = menu()->addAction(tr("See and edit the table…"));
    table->setEnabled(experiment_.current().whole != nullptr);
    connect(table, &QAction::triggered, this, &DataButton::tableWanted);
    QAction* save = menu()->addAction(tr("Save the table as CSV…"));
    save->setEnabled(experiment_.current().whole != nullptr);
    connect(save, &QAction::triggered, this, &DataButton::saveTableWanted);
    addRoles(menu());
    // A menu is a window: it knows nothing of the palette under its button.
    menu()->setPalette(look_);
    for (QMenu* inner : menu()->findChildren<QMenu*>())
        inner->setPalette(look_);
}

QString DataButton::currentData() const
{
    return tangent::text(experiment_.current().values.value(QStringLiteral("data")));
}

void DataButton::addRoles(QMenu* menu)
{
    const Settled& state = experiment_.current();
    if (!state.table)
        return;
    menu->addSeparator();
    for (const RoleSpec& role : experiment_.lab().roles(state.values)) {
        QMenu* columns = menu->addMenu(
            tr("%1: %2").arg(role.label, state.roles.value(role.name).join(QStringLiteral(", ")).left(40)));
        for (const Column& column : state.table->columns) {
            if (!canServe(column, role.type))
                continue;
            QStringList chosen = state.roles.value(role.name);
            QAction* action = columns->addAction(column.name);
            action->setCheckable(true);
            action->setChecked(chosen.contains(column.name));
            if (!role.many)
                chosen = {column.name};
            else if (!chosen.removeOne(column.name))
                chosen << column.name;
            connect(action, &QAction::triggered, this, [this, name = role.name, chosen] {
                experiment_.apply(whole(name, chosen.isEmpty() ? Value() : Value(chosen)));
            });
        }
    }
}

void DataButton::setTheme(const Theme& theme)
{
    look_ = theme.palette();
    setFont(uiFont(13));
    setStyleSheet(QStringLiteral("QToolButton { color: %1; border: none; padding: 3px 6px; } "
                                 "QToolButton:hover, QToolButton:focus { color: %2; }"
                                 "QToolButton::menu-indicator { image: none; }")
                      .arg(theme.muted.name(), theme.accent.name()));
    written_.reset(); // other letters: the panel fits the line in again
}

} // namespace tangent
