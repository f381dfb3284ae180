// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/controls/buttons.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace tangent {

/// A few choices side by side, one of them chosen. Setters never emit.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    void setLabels(const QStringList& labels);
    const QStringList& labels() const { return labels_; }
    void setCurrent(int index);
    /// Signs instead of the labels, one each; empty: the labels again.
    void setSigns(const std::vector<PlainButton::Sign>& signs);
    void setHelp(const QString& name, const QString& help);
    void setTheme(const Theme& theme);
    /// All labels side by side.
    int neededWidth() const;

signals:
    void chosen(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void rebuild();

    QStringList labels_;
    std::vector<PlainButton*> buttons_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
