// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tangent {

class Lab;
class PlainButton;

/// The lab's title and its presets as chips; the one that the state equals is lit.
class PresetBar : public QWidget {
    Q_OBJECT

public:
    explicit PresetBar(QWidget* parent = nullptr);

    void showLab(const Lab& lab, const QString& link);
    void setTheme(const Theme& theme);
    /// With every preset side by side.
    int wantedWidth() const;

signals:
    void presetChosen(const QString& query);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void lightCurrent();
    void foldOverflow();
    void openMore();

    QLabel* title_;
    QHBoxLayout* row_;
    PlainButton* more_; ///< opens the presets that find no room
    std::vector<PlainButton*> chips_;
    const Theme* theme_ = &Theme::light();
    QString topic_;
    QString link_;
    std::vector<QString> links_; ///< canonical link of each chip's state
};

} // namespace tangent
