// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/note_panel.h"

#include "app/window/settings.h"

#include <QVBoxLayout>

namespace tangent {

NotePanel::NotePanel(std::shared_ptr<FormulaLibrary> formulas, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , view_(new NoteView(std::move(formulas), this))
    , card_(new ChallengeCard(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(view_, 1);
    column->addWidget(card_);
    card_->hide();
    connect(view_, &NoteView::challengeStarted, card_, &ChallengeCard::start);
    connect(card_, &ChallengeCard::reached, this, [&settings](const QString& topic) { settings.setChallengeReached(topic); });
}

void NotePanel::setNote(const Note* note)
{
    if (!note || (view_->note().topic == note->topic && !view_->note().topic.isEmpty()))
        return;
    view_->setNote(*note);
    card_->setNote(*note);
}

void NotePanel::setTheme(const Theme& theme)
{
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Window, theme.panel);
    setPalette(colours);
    setAutoFillBackground(true);
    view_->setTheme(theme);
    card_->setTheme(theme);
}

void NotePanel::follow(const Scene& scene, const Values& values, const Parameters& parameters)
{
    view_->followScene(scene, values, parameters);
    card_->follow(scene, values, parameters);
}

} // namespace tangent
