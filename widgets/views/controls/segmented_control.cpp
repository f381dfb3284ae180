// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/segmented_control.h"

#include "widgets/views/item_paint.h"

#include <QPainter>

namespace tangent {

SegmentedControl::SegmentedControl(QWidget* parent)
    : QWidget(parent)
{
}

void SegmentedControl::setLabels(const QStringList& labels)
{
    if (labels == labels_)
        return;
    labels_ = labels;
    qDeleteAll(buttons_);
    buttons_.clear();
    for (int index = 0; index < labels.size(); ++index) {
        PlainButton* button = new PlainButton(PlainButton::Look::Segment, labels[index], this);
        button->setAutoExclusive(true);
        button->setTheme(*theme_);
        button->show();
        connect(button, &QAbstractButton::clicked, this, [this, index] { emit chosen(index); });
        buttons_.push_back(button);
    }
    rebuild();
}

void SegmentedControl::setCurrent(int index)
{
    if (index >= 0 && index < int(buttons_.size()))
        buttons_[size_t(index)]->setChecked(true);
}

void SegmentedControl::setSigns(const std::vector<PlainButton::Sign>& signs)
{
    for (size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setSign(i < signs.size() ? signs[i] : nullptr);
    rebuild();
}

void SegmentedControl::setHelp(const QString& name, const QString& help)
{
    setAccessibleName(name);
    setAccessibleDescription(help);
    for (PlainButton* button : buttons_) {
        button->setAccessibleName(tr("%1: %2").arg(name, button->text()));
        button->setAccessibleDescription(help);
        button->setToolTip(help);
    }
}

void SegmentedControl::setTheme(const Theme& theme)
{
    theme_ = &theme;
    for (PlainButton* button : buttons_)
        button->setTheme(theme);
    update();
}

int SegmentedControl::neededWidth() const
{
    int sum = 2 + int(buttons_.size()) - 1;
    for (const PlainButton* button : buttons_)
        sum += button->sizeHint().width();
    return sum;
}

void SegmentedControl::resizeEvent(QResizeEvent*)
{
    rebuild();
}

void SegmentedControl::rebuild()
{
    const int count = int(buttons_.size());
    if (count == 0)
        return;
    const int extra = std::max(0, width() - neededWidth());
    int left = 1;
    for (int index = 0; index < count; ++index) {
        PlainButton* button = buttons_[size_t(index)];
        const int share = extra * (index + 1) / count - extra * index / count;
        const int wide = button->sizeHint().width() + share;
        button->setGeometry(left, 2, wide, height() - 4);
        left += wide + 1;
    }
    update();
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_->hairline, 1));
    painter.setBrush(theme_->field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    for (size_t index = 1; index < buttons_.size(); ++index) {
        const double x = buttons_[index]->x() - 0.5;
        painter.drawLine(QPointF(x, 1), QPointF(x, height() - 1));
    }
}

} // namespace tangent
