// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/hints.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tangent {

Hints::Hints(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("hints"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 14, 18, 14);
    column->setSpacing(8);
    for (const QString& hint : {tr("<b>Drag what is in the picture.</b> Rings, rules and cells can be taken "
                                   "hold of; the numbers follow."),
             tr("<b>Follow the note.</b> Its links set the lab, its numbers are live, and Try it is a path "
                "through the idea."),
             tr("<b>Nothing can break.</b> Ctrl+Z takes back any step, Ctrl+0 returns to the first "
                "picture.")}) {
        auto* line = new QLabel(hint, this);
        line->setWordWrap(true);
        column->addWidget(line);
        lines_.push_back(line);
    }
    auto* done = new QPushButton(tr("Start"), this);
    done->setDefault(true);
    column->addWidget(done, 0, Qt::AlignRight);
    setFocusProxy(done);
    connect(done, &QPushButton::clicked, this, &Hints::read);
}

void Hints::setTheme(const Theme& theme)
{
    for (QLabel* line : lines_)
        line->setFont(uiFont(14));
    setStyleSheet(
        QStringLiteral(
            "#hints { background: %1; border: 1px solid %2; border-radius: 10px; } QLabel { color: %3; }"
            "QPushButton { background: %2; color: %4; border: none; border-radius: 6px; padding: 6px 16px; }")
            .arg(theme.surface.name(), theme.accent.name(), theme.ink.name(), theme.onAccent.name()));
}

} // namespace tangent
