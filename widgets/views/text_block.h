// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/views/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace tangent {

class CodeEdit;

/// One text with its title and what is wrong with it. What is typed is written a moment after the last
/// key; until the focus leaves, all of it is one gesture. A text that comes from elsewhere never
/// replaces letters that were not written yet.
class TextBlock : public QWidget {
    Q_OBJECT

public:
    static constexpr int writeAfter = 300; ///< milliseconds

    explicit TextBlock(QWidget* parent);
    ~TextBlock() override;

    void showBlock(const TextFigure::Block& block, const Values& values);
    void followValues(const Values& values);
    void setTheme(const Theme& theme);

    const TextFigure::Block& block() const { return block_; }
    CodeEdit* editor() const { return editor_; }
    bool hasCurrent() const;
    /// All but the text, and what the text would like, in a width.
    double headHeight(int width) const;
    double textHeight(int width) const;
    /// It is empty and nobody types in it: it can stand on one line, behind a title of that width.
    bool isIdle() const;
    /// Takes this place; with `titleWidth` above 0 the text stands behind the title.
    void arrange(const QRect& box, double textHeight, double titleWidth);

signals:
    void intent(const tangent::Intent& wanted);
    void carryWanted(const std::vector<tangent::Drop>& drops, const QString& name, QPoint global);
    /// Its text or the focus changed.
    void roomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void typed();
    void write();
    void leave();

    TextFigure::Block block_;
    CodeEdit* editor_;
    QTimer later_;
    std::optional<QString> seen_; ///< what the state held last
    QString text_;                ///< what the editor held last
    bool unwritten_ = false;
    bool inGesture_ = false;
    bool adopting_ = false;
    double titleWidth_ = 0; ///< above 0: title and text share a line
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
