// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QWidget>

namespace tangent {

class PlainButton;
class ReadoutCell;

/// The readouts under the visual: the prominent ones in equal cells with large figures, the others in a
/// list behind "more". Its height is fixed. A click on a readout, or Return, asks for its definition.
class ReadoutBar : public QWidget {
    Q_OBJECT

public:
    explicit ReadoutBar(QWidget* parent = nullptr);

    void showReadouts(const std::vector<Readout>& readouts);
    /// Greys the figures while they are older than the state.
    void setStale(bool stale);
    void setTheme(const Theme& theme);
    void openList();
    /// Where a readout is seen, in this widget's pixels: its cell, or the button of the list it stands in.
    QRect readoutBox(const QString& key) const;
    /// Lights this readout while its number in a text is pointed at; an empty key: none.
    void light(const QString& key);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// The reader wants to know what this readout is; the rectangle is its place on the screen.
    void definitionWanted(const QString& key, const QRect& place);
    /// The readout under the pointer; empty when it left them.
    void pointed(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    ReadoutCell* makeCell(QWidget* parent, bool line);
    void arrange();
    void fillList();

    std::vector<Readout> readouts_;
    std::vector<ReadoutCell*> cells_;
    std::vector<ReadoutCell*> lines_;
    std::vector<size_t> listed_; ///< readouts that stand in the list
    PlainButton* more_;
    QWidget* list_;
    bool stale_ = false;
    QString lit_;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
