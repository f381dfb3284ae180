// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/theme.h"

#include <QVariantAnimation>
#include <QWidget>

#include <vector>

namespace tangent {

/// Lies over a panel and lights places of it for a moment: controls, readouts and handles that something
/// else than the hand has changed. It takes no pointer and no focus, and is hidden while nothing is lit.
class FlashOverlay : public QWidget {
    Q_OBJECT

public:
    explicit FlashOverlay(QWidget* over);

    static constexpr int fadeMilliseconds = 240;

    /// Off: flash() does nothing.
    void setMotion(bool on);
    void setTheme(const Theme& theme) { theme_ = &theme; }
    /// Lights these places of the parent, in its coordinates; they fade by themselves.
    void flash(const std::vector<QRectF>& places);
    /// The places that are lit now.
    const std::vector<QRectF>& places() const { return places_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void repaintPlaces();

    QVariantAnimation clock_;
    std::vector<QRectF> places_;
    const Theme* theme_ = &Theme::light();
    bool motion_ = true;
};

} // namespace tangent
