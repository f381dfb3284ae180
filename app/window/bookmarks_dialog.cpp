// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/bookmarks_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace tangent {

BookmarksDialog::BookmarksDialog(
    const QString& topic, const std::vector<Bookmark>& bookmarks, QWidget* parent)
    : QDialog(parent)
    , topic_(topic)
    , list_(new QListWidget(this))
{
    setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    setWindowTitle(tr("Bookmarks"));
    resize(420, 360);
    list_->setAccessibleName(tr("Bookmarks"));
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    for (const Bookmark& bookmark : bookmarks) {
        auto* item = new QListWidgetItem(bookmark.name, list_);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(Qt::UserRole, bookmark.link);
        item->setToolTip(bookmark.link);
    }
    list_->setCurrentRow(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* hands = new QHBoxLayout; // what is done with the marked one, apart from how the dialog ends
    const auto addButton = [&](const QString& text, const QKeySequence& key, auto run) {
        auto* button = new QPushButton(text, this);
        hands->addWidget(button);
        button->setToolTip(key.toString(QKeySequence::NativeText));
        button->setAutoDefault(false);
        auto* action = new QAction(this);
        action->setShortcut(key);
        addAction(action);
        connect(action, &QAction::triggered, this, run);
        connect(button, &QPushButton::clicked, this, run);
    };
    addButton(tr("Up"), QKeySequence(tr("Alt+Up")), [this] { moveCurrent(-1); });
    addButton(tr("Down"), QKeySequence(tr("Alt+Down")), [this] { moveCurrent(1); });
    addButton(tr("Remove"), QKeySequence(Qt::Key_Delete), [this] { delete list_->currentItem(); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    hands->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(new QLabel(tr("Drag to reorder; F2 or a double click renames."), this));
    column->addWidget(list_, 1);
    column->addLayout(hands);
    column->addWidget(buttons);
}

std::vector<Bookmark> BookmarksDialog::bookmarks() const
{
    std::vector<Bookmark> all;
    for (int row = 0; row < list_->count(); ++row) {
        const QListWidgetItem* item = list_->item(row);
        const QString name = item->text().simplified();
        const QString link = item->data(Qt::UserRole).toString();
        all.push_back({topic_, name.isEmpty() ? link : name, link});
    }
    return all;
}

void BookmarksDialog::moveCurrent(int by)
{
    const int from = list_->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= list_->count())
        return;
    list_->insertItem(to, list_->takeItem(from));
    list_->setCurrentRow(to);
}

} // namespace tangent
