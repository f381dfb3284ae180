// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/bookmark_store.h"

#include <QDialog>

class QListWidget;

namespace tangent {

/// The bookmarks of one lab: renamed in place, dragged or moved by keys into another order, taken out.
class BookmarksDialog : public QDialog {
    Q_OBJECT

public:
    BookmarksDialog(const QString& topic, const std::vector<Bookmark>& bookmarks, QWidget* parent = nullptr);

    /// As they stand in the list now.
    std::vector<Bookmark> bookmarks() const;

private:
    void moveCurrent(int by);

    QString topic_;
    QListWidget* list_;
};

} // namespace tangent
