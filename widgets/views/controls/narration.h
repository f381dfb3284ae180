// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QTimer>
#include <QWidget>

namespace tangent {

/// One or two sentences about the state, in two lines of fixed height (three in large text); `**…**` is
/// strong. Half a second after the last change they are announced to screen readers.
class Narration : public QWidget {
    Q_OBJECT

public:
    explicit Narration(QWidget* parent = nullptr);

    void setText(const QString& sentences);
    /// Without the stars.
    QString plainText() const;
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// What was just announced.
    void announced(const QString& sentences);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void announce();

    QString text_;
    QTimer quiet_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
