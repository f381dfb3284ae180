// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QSet>
#include <QTreeWidget>

namespace tangent {

class NoteLibrary;

/// The topics by chapter; with a search text, the topics whose title or note answer it, best first.
class TopicsPanel : public QTreeWidget {
    Q_OBJECT

public:
    explicit TopicsPanel(NoteLibrary& notes, QWidget* parent = nullptr);

    void setCurrentTopic(const QString& topic);
    /// Brings the topics of a chapter into view; an empty one: the current topic.
    void showChapter(const QString& chapter);
    /// A tick beside the topics whose challenge was reached.
    void markReached(const QString& topic, bool reached);
    void setSearch(const QString& text);
    /// Opens the first topic of the list.
    void openFirst();
    void setTheme(const Theme& theme);

signals:
    void topicChosen(const QString& topic);

private:
    void fill();
    QTreeWidgetItem* addTopic(
        QTreeWidgetItem* parent, const QString& id, const QString& title, const QString& snippet);

    NoteLibrary& notes_;
    QString search_;
    QString current_;
    QSet<QString> reached_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
