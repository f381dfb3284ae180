// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_panel.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tangent {

NotePanel::NotePanel(std::shared_ptr<FormulaLibrary> formulas, QWidget* parent)
    : QWidget(parent)
    , view_(new NoteView(std::move(formulas), this))
    , card_(new ChallengeCard(this))
{
    setAutoFillBackground(true);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->addWidget(card_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0); // beside the line at its edge
    layout->setSpacing(0);
    layout->addWidget(view_, 1);
    layout->addLayout(foot);
    connect(view_, &NoteView::labLink, this, &NotePanel::labLink);
    connect(view_, &NoteView::challengeStarted, card_, &ChallengeCard::begin);
    connect(
        card_, &ChallengeCard::started, this, [this](const QString& query) { emit labLink(query, true); });
    connect(card_, &ChallengeCard::solutionWanted, this, &NotePanel::solutionWanted);
    connect(card_, &ChallengeCard::reached, this, &NotePanel::reached);
    setTheme(Theme::light());
}

void NotePanel::setNote(const Note& note)
{
    view_->setNote(note);
    card_->setNote(note);
}

void NotePanel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Window, theme.panel);
    setPalette(colours);
    view_->setTheme(theme);
    card_->setTheme(theme);
}

/// A line parts it from the lab that it may lie over.
void NotePanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(QRect(0, 0, 1, height()), theme_->hairline);
}

void NotePanel::followScene(const Scene& scene, const Values& values, const Parameters& parameters)
{
    view_->followScene(scene, values, parameters);
    card_->followScene(scene, values, parameters);
}

} // namespace tangent
