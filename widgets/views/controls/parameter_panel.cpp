// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/parameter_panel.h"

#include "widgets/views/controls/buttons.h"
#include "widgets/views/controls/parameter_columns.h"
#include "widgets/views/controls/parameter_row.h"
#include "widgets/views/controls/tab_order.h"
#include "widgets/views/slim_scroll_bar.h"

#include <QScrollArea>

#include <algorithm>
#include <iterator>

namespace tangent {

namespace {

constexpr int columnGap = ParameterColumns::gap;
constexpr int headingGap = 16;
constexpr size_t fewestRows = 2; ///< of chosen parameters; primary ones fill up
constexpr size_t mostRows = 4;

} // namespace

ParameterPanel::ParameterPanel(QWidget* parent)
    : QWidget(parent)
    , all_(new PlainButton(PlainButton::Look::Fold, tr("All controls"), this))
    , fold_(new QScrollArea(this))
    , foldBar_(new SlimScrollBar(Qt::Vertical))
    , folded_(new QWidget)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    fold_->setFrameShape(QFrame::NoFrame);
    fold_->setVerticalScrollBar(foldBar_);
    fold_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fold_->setWidget(folded_);
    fold_->setFocusPolicy(Qt::NoFocus);
    fold_->viewport()->setAutoFillBackground(false);
    folded_->setAutoFillBackground(false);
    fold_->hide();
    all_->hide();
    connect(all_, &QAbstractButton::clicked, this, [this] { rearrange(); });
}

void ParameterPanel::setParameters(const Parameters& parameters)
{
    std::vector<ParameterRow*> kept;
    std::vector<ParameterRow*> before = rows_;
    bool changed = false;
    for (const Parameter& parameter : parameters) {
        if (!ParameterRow::hasRow(parameter))
            continue;
        const auto found = std::find_if(before.begin(), before.end(), [&](const ParameterRow* row) {
            return row->parameter().key == parameter.key && row->parameter().kind == parameter.kind;
        });
        ParameterRow* row = nullptr;
        if (found != before.end()) {
            row = *found;
            before.erase(found);
            if (row->parameter() == parameter) {
                kept.push_back(row);
                continue;
            }
            row->declare(parameter);
        } else {
            row = new ParameterRow(parameter, this);
            row->setTheme(*theme_);
            connect(row, &ParameterRow::intent, this, &ParameterPanel::intent);
        }
        changed = true;
        kept.push_back(row);
    }
    changed = changed || kept != rows_;
    qDeleteAll(before);
    rows_ = kept;
    if (!changed)
        return;
    rebuildGroups(parameters);
    rearrange();
}

void ParameterPanel::rebuildGroups(const Parameters& parameters)
{
    QStringList names;
    for (const Parameter& parameter : parameters)
        if (ParameterRow::hasRow(parameter) && !parameter.primary && !names.contains(parameter.group))
            names << parameter.group;
    QStringList before;
    for (const auto& [name, button] : groups_)
        before << name;
    if (names == before)
        return;
    for (const auto& [name, button] : groups_)
        button->deleteLater();
    groups_.clear();
    for (const QString& name : names) {
        PlainButton* button =
            new PlainButton(PlainButton::Look::Fold, name.isEmpty() ? tr("More") : name, this);
        button->setTheme(*theme_);
        button->setChecked(open_.contains(name));
        button->show();
        connect(button, &QAbstractButton::clicked, this, [this, name](bool open) { openGroup(name, open); });
        groups_.emplace_back(name, button);
    }
}

void ParameterPanel::followValues(
    const Values& complete, const Values& resolved, const QSet<QString>& differing)
{
    for (ParameterRow* row : rows_) {
        const QString& key = row->parameter().key;
        const Value own = complete.value(key);
        const bool automatic = std::holds_alternative<std::monostate>(own);
        row->follow(automatic ? resolved.value(key) : own, automatic, differing.contains(key));
    }
}

void ParameterPanel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    foldBar_->setTheme(theme);
    all_->setTheme(theme);
    for (ParameterRow* row : rows_)
        row->setTheme(theme);
    for (const auto& [name, button] : groups_)
        button->setTheme(theme);
    rearrange();
}

void ParameterPanel::setFoldLimit(int pixels)
{
    foldLimit_ = pixels;
    rearrange();
}

void ParameterPanel::openGroup(const QString& group, bool open)
{
    if (open)
        open_.insert(group);
    else
        open_.remove(group);
    for (const auto& [name, button] : groups_)
        button->setChecked(open_.contains(name));
    rearrange();
}

void ParameterPanel::setChosen(const std::optional<QSet<QString>>& keys)
{
    if (chosen_ == keys)
        return;
    if (!keys)
        all_->setChecked(false);
    chosen_ = keys;
    rearrange();
}

void ParameterPanel::setLeastHeight(int pixels)
{
    if (leastHeight_ == pixels)
        return;
    leastHeight_ = pixels;
    updateGeometry();
}

bool ParameterPanel::isChoosing() const
{
    return chosen_ && !all_->isChecked();
}

QRect ParameterPanel::rowBox(const QString& key) const
{
    for (const ParameterRow* row : rows_) {
        if (row->parameter().key != key || !row->isVisible())
            continue;
        const QRect box(row->mapTo(this, QPoint()), row->size());
        return row->parentWidget() == folded_ ? box & fold_->geometry() : box;
    }
    return {};
}

void ParameterPanel::light(const QString& key)
{
    for (ParameterRow* row : rows_)
        row->setLit(row->parameter().key == key);
}

QSize ParameterPanel::sizeHint() const
{
    return {std::max(540, width()), heightForWidth(std::max(540, width()))};
}

QSize ParameterPanel::minimumSizeHint() const
{
    int widest = 0;
    const ParameterColumns one = ParameterColumns::measured(rows_, 1);
    for (const ParameterRow* row : rows_)
        widest = std::max(widest, ParameterColumns::neededWidth(*row, one.labels[0], one.fields[0]));
    return {widest, 0};
}

int ParameterPanel::heightForWidth(int width) const
{
    return std::max(leastHeight_, arrange(width, false));
}

void ParameterPanel::resizeEvent(QResizeEvent*)
{
    arrange(width(), true);
}

/// The rows that always stand there, in declared order.
std::vector<ParameterRow*> ParameterPanel::primaryRows() const
{
    std::vector<ParameterRow*> made;
    if (!isChoosing()) {
        std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(made),
            [](const ParameterRow* row) { return row->parameter().primary; });
        return made;
    }
    QSet<QString> keys;
    for (const ParameterRow* row : rows_)
        if (chosen_->contains(row->parameter().key) && size_t(keys.size()) < mostRows)
            keys.insert(row->parameter().key);
    for (const ParameterRow* row : rows_)
        if (row->parameter().primary && size_t(keys.size()) < fewestRows)
            keys.insert(row->parameter().key);
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(made),
        [&](const ParameterRow* row) { return keys.contains(row->parameter().key); });
    return made;
}

std::vector<ParameterRow*> ParameterPanel::openRows() const
{
    std::vector<ParameterRow*> made;
    if (isChoosing())
        return made;
    for (const auto& [name, button] : groups_)
        for (ParameterRow* row : rows_)
            if (!row->parameter().primary && row->parameter().group == name && open_.contains(name))
                made.push_back(row);
    return made;
}

int ParameterPanel::arrangeRows(const std::vector<ParameterRow*>& rows, int width, int top, bool apply) const
{
    const ParameterColumns columns = ParameterColumns::of(rows, width);
    const int each = columns.count == 1 ? width : (width - columnGap) / 2;
    for (size_t i = 0; i < rows.size(); i += size_t(columns.count)) {
        int tallest = 0;
        for (size_t column = 0; column < size_t(columns.count) && i + column < rows.size(); ++column)
            tallest = std::max(tallest, rows[i + column]->heightFor(each, columns.labels[column]));
        for (size_t column = 0; apply && column < size_t(columns.count) && i + column < rows.size();
             ++column) {
            ParameterRow* row = rows[i + column];
            row->setGeometry(int(column) * (each + columnGap), top, each, tallest);
            row->setColumns(columns.labels[column], columns.fields[column]);
            row->show();
        }
        top += tallest;
    }
    return top;
}

/// The headings stand under the rows, or in the place that the last row leaves free beside it.
int ParameterPanel::arrangeHeadings(int width, int top, bool apply) const
{
    std::vector<PlainButton*> headings;
    if (chosen_)
        headings.push_back(all_);
    for (const auto& [name, button] : groups_)
        if (!isChoosing())
            headings.push_back(button);
    if (headings.empty())
        return top;
    const std::vector<ParameterRow*> rows = primaryRows();
    int together = -headingGap;
    int tall = 0;
    for (const PlainButton* button : headings) {
        together += button->sizeHint().width() + headingGap;
        tall = std::max(tall, button->sizeHint().height());
    }
    const int each = (width - columnGap) / 2;
    const bool lastIsAlone = rows.size() % 2 == 1 && ParameterColumns::of(rows, width).count == 2;
    int left = 0;
    int bottom = top + tall;
    if (lastIsAlone && together <= each) {
        const int rowHeight = rows.back()->heightFor(each, ParameterColumns::of(rows, width).labels[0]);
        left = each + columnGap;
        bottom = top;
        top -= (rowHeight + tall) / 2;
    }
    for (PlainButton* button : headings) {
        const QSize size = button->sizeHint();
        if (left > 0 && left + size.width() > width) {
            left = 0;
            top += tall;
            bottom = top + tall;
        }
        if (apply)
            button->setGeometry(left, top, size.width(), tall);
        left += size.width() + headingGap;
    }
    return bottom;
}

int ParameterPanel::arrange(int width, bool apply) const
{
    int top = arrangeRows(primaryRows(), width, 0, apply);
    top = arrangeHeadings(width, top, apply);
    const std::vector<ParameterRow*> open = openRows();
    int inner = width;
    int tall = open.empty() ? 0 : arrangeRows(open, inner, 0, false);
    if (tall > foldLimit_) {
        inner = width - SlimScrollBar::thickness - 4;
        tall = arrangeRows(open, inner, 0, false);
    }
    const int shown = std::min(tall, foldLimit_);
    if (apply) {
        folded_->resize(inner, tall);
        fold_->setGeometry(0, top, width, shown);
        fold_->setVisible(shown > 0);
        arrangeRows(open, inner, 0, true);
    }
    return top + shown;
}

void ParameterPanel::rearrange()
{
    const std::vector<ParameterRow*> open = openRows();
    const std::vector<ParameterRow*> standing = primaryRows();
    all_->setVisible(chosen_.has_value());
    for (const auto& [name, button] : groups_)
        button->setVisible(!isChoosing());
    for (ParameterRow* row : rows_) {
        const bool isOpen = std::find(open.begin(), open.end(), row) != open.end();
        QWidget* home = isOpen ? folded_ : static_cast<QWidget*>(this);
        if (row->parentWidget() != home)
            row->setParent(home);
        if (!isOpen && std::find(standing.begin(), standing.end(), row) == standing.end())
            row->hide();
    }
    arrange(width(), true);
    orderFocus();
    updateGeometry();
}

void ParameterPanel::orderFocus()
{
    std::vector<QWidget*> order;
    const auto add = [this, &order](const ParameterRow* row) {
        for (QWidget* child : row->findChildren<QWidget*>())
            if ((child->focusPolicy() & Qt::TabFocus) && child->window() == window())
                order.push_back(child);
    };
    for (ParameterRow* row : primaryRows())
        add(row);
    order.push_back(all_);
    for (const auto& [name, button] : groups_)
        order.push_back(button);
    for (ParameterRow* row : openRows())
        add(row);
    orderTabs(*this, order);
}

} // namespace tangent
