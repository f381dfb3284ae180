// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace tangent {

class Lab;

/// The lab's title and its presets as chips; the one that the state equals is lit.
class PresetBar : public QWidget {
    Q_OBJECT

public:
    explicit PresetBar(QWidget* parent = nullptr);

    void showLab(const Lab& lab, const QString& link);
    void setTheme(const Theme& theme);

signals:
    void presetChosen(const QString& query);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void lightCurrent();
    void hideOverflow();

    QLabel* title_;
    QHBoxLayout* row_;
    std::vector<QPushButton*> chips_;
    QString topic_;
    QString link_;
    std::vector<QString> links_; ///< canonical link of each chip's state
};

} // namespace tangent
