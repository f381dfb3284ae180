// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/figure_view.h"

#include <QTimer>

class QScrollArea;

namespace tangent {

class SlimScrollBar;
class TextBlock;

/// Longer texts, each under its own title and edited in place; arrangeTexts says where. The one that is
/// typed in or lit gets more room.
class TextView : public FigureView {
    Q_OBJECT

public:
    explicit TextView(QWidget* parent = nullptr);
    ~TextView() override;

    QRectF dropBox(const QString& id) const override;
    const std::vector<TextBlock*>& blocks() const { return blocks_; }

protected:
    void figureChanged() override;
    void valuesChanged() override;
    void themeChanged() override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    TextBlock* makeBlock();
    int favoured() const;
    void arrange();
    void arrangeSoon();

    QScrollArea* area_;
    QWidget* sheet_;
    SlimScrollBar* scroll_;
    std::vector<TextBlock*> blocks_;
    QTimer soon_;
    QString lit_; ///< the block with the lit lines, scrolled to when it becomes another
};

/// Draws it once; texts that are cut are noted by their title.
void paintTexts(QPainter& painter, const QRectF& box, const TextFigure& figure, const Theme& theme);

} // namespace tangent
