// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/caption_bar.h"

#include "app/talk/caption.h"
#include "widgets/views/controls/number_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tangent {

namespace {

constexpr double captionPixels = 19;
constexpr double numberPixels = 13;

} // namespace

CaptionBar::CaptionBar(QWidget* parent)
    : QWidget(parent)
    , number_(new QLabel(this))
    , words_(new QLabel(this))
    , field_(new NumberField(this))
    , skip_(new QPushButton(tr("Show it"), this))
{
    setObjectName(QStringLiteral("caption"));
    words_->setWordWrap(true);
    words_->setTextFormat(Qt::RichText);
    field_->setAccessibleName(tr("Your guess"));
    field_->setLimits({-1e300, 1e300, 0, 0, false});
    field_->setFixedWidth(180);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(28, 10, 28, 12);
    row->setSpacing(18);
    row->addWidget(number_, 0, Qt::AlignTop);
    row->addWidget(words_, 1);
    row->addWidget(field_);
    row->addWidget(skip_);
    field_->hide();
    skip_->hide();
    connect(field_, &NumberField::committed, this, &CaptionBar::numberGuessed);
    connect(skip_, &QPushButton::clicked, this, &CaptionBar::skipped);
}

void CaptionBar::showStop(const TalkStop& stop, int index, int count)
{
    stop_ = stop;
    question_.clear();
    verdict_.clear();
    number_->setText(tr("%1 / %2").arg(index + 1).arg(count));
    field_->hide();
    skip_->hide();
    compose();
}

void CaptionBar::followScene(const Scene& scene)
{
    scene_.readouts = scene.readouts;
    compose();
}

void CaptionBar::ask(const QString& question, Prediction::Kind kind)
{
    question_ = question;
    verdict_.clear();
    field_->setVisible(kind == Prediction::Kind::Number);
    skip_->show();
    if (kind == Prediction::Kind::Number) {
        field_->setFocus(Qt::OtherFocusReason);
        field_->selectAll();
    }
    compose();
}

void CaptionBar::showVerdict(const QString& verdict)
{
    verdict_ = verdict;
    compose();
}

void CaptionBar::compose()
{
    const QString words = question_.isEmpty() ? captionHtml(stop_, scene_) : question_.toHtmlEscaped();
    const QString verdict = verdict_.isEmpty()
        ? QString()
        : QStringLiteral("<br><span style=\"color:%1\">%2</span>")
              .arg(theme_->strong(Role::Warning).name(), verdict_.toHtmlEscaped());
    const QString text = words + verdict;
    if (words_->text() != text)
        words_->setText(text);
}

QString CaptionBar::shownText() const
{
    return (question_.isEmpty() ? captionWith(stop_, scene_) : question_)
        + (verdict_.isEmpty() ? QString() : QLatin1Char(' ') + verdict_);
}

int CaptionBar::heightFor(int width) const
{
    return layout()->heightForWidth(width);
}

void CaptionBar::setTheme(const Theme& theme)
{
    theme_ = &theme;
    number_->setFont(uiFont(numberPixels));
    words_->setFont(uiFont(captionPixels));
    field_->setFont(uiFont(captionPixels));
    field_->setTheme(theme);
    skip_->setFont(uiFont(numberPixels));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(QStringLiteral(
        "#caption { background: %1; border-top: 1px solid %2; } QLabel { color: %3; } "
        "QLineEdit { background: %4; border: 2px solid %5; border-radius: 5px; padding: 2px 8px; }")
                      .arg(theme.panel.name(), theme.hairline.name(), theme.ink.name(), theme.field.name(),
                          theme.accent.name()));
    compose();
}

} // namespace tangent
