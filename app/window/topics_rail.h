// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QAbstractButton>

namespace tangent {

/// What is left of the topics in a narrow window: a mark for each chapter, and the name of the topic that
/// is open. Pressing it opens the topics.
class TopicsRail : public QAbstractButton {
    Q_OBJECT

public:
    explicit TopicsRail(QWidget* parent = nullptr);

    static constexpr int railWidth = 44;

    void setCurrentTopic(const QString& topic);
    void setTheme(const Theme& theme);
    /// The chapter whose mark lies there; empty elsewhere.
    QString chapterAt(const QPoint& place) const;
    /// Two letters: "Mo" for models, "DL" for deep-learning.
    static QString markOf(const QString& chapterId);

signals:
    /// Pressed on the mark of this chapter; empty when pressed elsewhere, or by key.
    void wanted(const QString& chapterId);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect markBox(int index) const;

    QStringList marks_; ///< ids of the chapters that have labs
    QString chapter_;
    QString title_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
