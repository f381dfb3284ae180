// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/preset_bar.h"

#include "app/lab/data/catalogue.h"
#include "app/lab/lab.h"
#include "app/lab/settle.h"
#include "widgets/views/controls/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace tangent {

PresetBar::PresetBar(QWidget* parent)
    : QWidget(parent)
    , title_(new QLabel(this))
    , row_(new QHBoxLayout(this))
    , more_(new PlainButton(PlainButton::Look::Chip, QStringLiteral("⋯"), this))
{
    row_->setContentsMargins(0, 0, 0, 0);
    row_->setSpacing(6);
    row_->addWidget(title_);
    row_->addWidget(more_);
    row_->addStretch(1);
    more_->setAccessibleName(tr("More presets"));
    connect(more_, &PlainButton::clicked, this, &PresetBar::openMore);
    title_->setContentsMargins(0, 0, 8, 0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void PresetBar::showLab(const Lab& lab, const QString& link)
{
    link_ = link;
    const LabInfo info = lab.info();
    if (topic_ != info.id) {
        topic_ = info.id;
        title_->setText(info.title);
        for (PlainButton* chip : chips_)
            chip->deleteLater();
        chips_.clear();
        links_.clear();
        for (const Preset& preset : lab.presets()) {
            Request request;
            request.topic = info.id;
            readQuery(preset.query, &request);
            links_.push_back(writeLink(settle(lab, request, DataCatalogue::shared())));
            auto* chip = new PlainButton(PlainButton::Look::Chip, preset.title, this);
            chip->setTheme(*theme_);
            chip->setCheckable(true);
            chip->setAccessibleName(tr("Preset %1").arg(preset.title));
            connect(chip, &PlainButton::clicked, this, [this, query = preset.query] {
                lightCurrent(); // a click alone checks nothing: the state does
                emit presetChosen(query);
            });
            row_->insertWidget(row_->count() - 2, chip); // before the menu and the stretch
            chips_.push_back(chip);
        }
        foldOverflow();
    }
    lightCurrent();
}

void PresetBar::lightCurrent()
{
    for (size_t i = 0; i < chips_.size(); ++i)
        chips_[i]->setChecked(links_[i] == link_);
}

int PresetBar::wantedWidth() const
{
    int wanted = title_->sizeHint().width();
    for (const PlainButton* chip : chips_)
        wanted += chip->sizeHint().width() + row_->spacing();
    return wanted;
}

/// Chips that find no room go into the menu of the last one.
void PresetBar::foldOverflow()
{
    const int spacing = row_->spacing();
    const bool allFit = wantedWidth() <= width();
    int used = title_->sizeHint().width() + (allFit ? 0 : more_->sizeHint().width() + spacing);
    for (PlainButton* chip : chips_) {
        used += chip->sizeHint().width() + spacing;
        chip->setVisible(used <= width());
    }
    more_->setVisible(!allFit);
}

void PresetBar::openMore()
{
    QMenu menu(this);
    menu.setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    for (PlainButton* chip : chips_) {
        if (chip->isVisible())
            continue;
        QAction* action = menu.addAction(chip->text());
        connect(action, &QAction::triggered, chip, &PlainButton::click);
    }
    menu.exec(more_->mapToGlobal(QPoint(0, more_->height() + 2)));
}

void PresetBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    foldOverflow();
}

void PresetBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    title_->setFont(uiFont(19, QFont::DemiBold));
    QPalette colours = theme.palette();
    colours.setColor(QPalette::WindowText, theme.ink);
    title_->setPalette(colours);
    more_->setTheme(theme);
    for (PlainButton* chip : chips_)
        chip->setTheme(theme);
}

} // namespace tangent
