// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QAbstractButton>

namespace tangent {

/// One readout: a cell of the bar with a large figure, or a line of the list. A click asks for its
/// definition.
class ReadoutCell : public QAbstractButton {
    Q_OBJECT

public:
    enum class Shape { Cell, Line };

    explicit ReadoutCell(Shape shape, QWidget* parent = nullptr);

    void showReadout(const Readout& readout);
    const Readout& readout() const { return readout_; }
    void setStale(bool stale);
    /// Stands out while its number in a text is pointed at.
    void setLit(bool lit);
    bool isLit() const { return lit_; }
    void setTheme(const Theme& theme);
    /// "Inertia ↓"
    QString labelText() const;
    /// "231.7", "–"
    QString valueText() const;
    /// As a screen reader says it: with unit and note.
    QString spokenValue() const;
    int neededWidth() const;
    QSize sizeHint() const override;

signals:
    /// The pointer is on it, or has left it.
    void pointed(bool isOn);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void paintCell(QPainter& painter) const;
    void paintLine(QPainter& painter) const;
    /// The figure's font: smaller where it would not fit.
    QFont figureFont(double width) const;
    double besideWidth(double width) const;
    QColor figureInk() const;

    Shape shape_;
    Readout readout_;
    bool stale_ = false;
    bool lit_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
