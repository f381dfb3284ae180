// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/topics_panel.h"

#include "app/lab/registry.h"
#include "app/note/note_library.h"

#include <QHeaderView>

namespace tangent {

namespace {

constexpr int topicRole = Qt::UserRole;

} // namespace

TopicsPanel::TopicsPanel(NoteLibrary& notes, QWidget* parent)
    : QTreeWidget(parent)
    , notes_(notes)
{
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrap(true);
    setUniformRowHeights(false);
    setAccessibleName(tr("Topics"));
    setItemsExpandable(false);
    const auto choose = [this](QTreeWidgetItem* item) {
        const QString topic = item ? item->data(0, topicRole).toString() : QString();
        if (!topic.isEmpty())
            emit topicChosen(topic);
    };
    connect(this, &QTreeWidget::itemClicked, this, choose);
    connect(this, &QTreeWidget::itemActivated, this, choose);
    fill();
}

QTreeWidgetItem* TopicsPanel::addTopic(
    QTreeWidgetItem* parent, const QString& id, const QString& title, const QString& snippet)
{
    const bool reached = reached_.contains(id);
    auto* item = new QTreeWidgetItem(QStringList(reached ? title + QStringLiteral("  ✓") : title));
    item->setToolTip(0, reached && snippet.isEmpty() ? tr("Its challenge is reached") : snippet);
    item->setData(0, topicRole, id);
    item->setData(0, Qt::AccessibleTextRole, reached ? tr("%1, challenge reached").arg(title) : title);
    if (parent)
        parent->addChild(item);
    else
        addTopLevelItem(item);
    if (id == current_)
        setCurrentItem(item);
    return item;
}

void TopicsPanel::fill()
{
    clear();
    if (!search_.isEmpty()) {
        for (const NoteHit& hit : notes_.search(search_))
            addTopic(nullptr, hit.topic, hit.title, hit.snippet);
        if (topLevelItemCount() == 0) {
            auto* none = new QTreeWidgetItem(QStringList(tr("Nothing found for “%1”.").arg(search_)));
            none->setFlags(Qt::ItemIsEnabled);
            none->setForeground(0, theme_->muted);
            addTopLevelItem(none);
        }
        return;
    }
    for (const Chapter& chapter : chapters()) {
        QTreeWidgetItem* heading = nullptr;
        for (const auto& lab : allLabs()) {
            const LabInfo info = lab->info();
            if (info.chapter != chapter.id)
                continue;
            if (!heading) {
                heading = new QTreeWidgetItem(QStringList(chapter.title));
                heading->setFlags(Qt::ItemIsEnabled);
                heading->setFont(0, uiFont(11, QFont::DemiBold));
                heading->setForeground(0, theme_->muted);
                addTopLevelItem(heading);
            }
            addTopic(heading, info.id, info.title, {});
        }
    }
    expandAll();
}

void TopicsPanel::setCurrentTopic(const QString& topic)
{
    current_ = topic;
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        if ((*item)->data(0, topicRole).toString() == topic)
            setCurrentItem(*item);
    }
}

void TopicsPanel::markReached(const QString& topic, bool reached)
{
    if (reached == reached_.contains(topic))
        return;
    if (reached)
        reached_.insert(topic);
    else
        reached_.remove(topic);
    fill();
}

void TopicsPanel::showChapter(const QString& chapter)
{
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const Lab* lab = findLab((*item)->data(0, topicRole).toString());
        if (lab && lab->info().chapter == chapter) {
            scrollToItem((*item)->parent() ? (*item)->parent() : *item, QAbstractItemView::PositionAtTop);
            return;
        }
    }
    if (currentItem())
        scrollToItem(currentItem());
}

void TopicsPanel::setSearch(const QString& text)
{
    search_ = text.trimmed();
    fill();
}

void TopicsPanel::openFirst()
{
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const QString topic = (*item)->data(0, topicRole).toString();
        if (!topic.isEmpty()) {
            emit topicChosen(topic);
            return;
        }
    }
}

void TopicsPanel::setTheme(const Theme& theme)
{
    setFont(uiFont(13));
    setStyleSheet(QStringLiteral("QTreeWidget { background: %1; color: %2; padding: 6px; "
                                 "border-right: 1px solid %6; }"
                                 "QTreeWidget::item { padding: 5px 8px; border-radius: 6px; }"
                                 "QTreeWidget::item:disabled { color: %3; }"
                                 "QTreeWidget::item:selected { background: %4; color: %5; }"
                                 "QTreeWidget::item:hover:!selected { background: %4; }")
                      .arg(theme.panel.name(), theme.ink.name(), theme.muted.name(), theme.accentSoft.name(),
                          theme.accent.name(), theme.hairline.name()));
    theme_ = &theme;
    fill();
}

} // namespace tangent
