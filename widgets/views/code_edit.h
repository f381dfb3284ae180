// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"
#include "widgets/scene/intent.h"
#include "widgets/views/theme.h"

#include <QPlainTextEdit>

namespace tangent {

class CodeColours;
class SlimScrollBar;
class SpanBar;

/// A plain text editor with the numbers of its lines, bars beside lines that belong together and marks
/// on what is wrong. Return keeps the indentation; Tab goes on to the next control.
class CodeEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeEdit(QWidget* parent);

    /// Everything but the text itself.
    void showBlock(const TextFigure::Block& block);
    void setTheme(const Theme& theme);
    /// Another text, with as little change as possible: the caret stays where it is.
    void adopt(const QString& text);
    /// Scrolls the lit lines into view.
    void showCurrent();
    const std::vector<SpanBar*>& bars() const { return bars_; }
    /// Its bar, or null.
    SpanBar* barAtCaret() const;
    /// The mouse is down in the text.
    bool isHeld() const { return held_; }

signals:
    void intent(const tangent::Intent& wanted);
    void carryWanted(const std::vector<tangent::Drop>& drops, const QString& name, QPoint global);
    /// The focus came or went; not for a menu of its own.
    void focusMoved(bool here);

protected:
    bool viewportEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int ownGutterWidth() const;
    void placeGutter();
    void placeBars();
    void paintGutter();
    void applyMarks();

    TextFigure::Block block_;
    CodeColours* colours_;
    SlimScrollBar* scroll_;
    QWidget* gutter_;
    std::vector<SpanBar*> bars_;
    bool held_ = false;
    const Theme* theme_ = &Theme::light();
};

} // namespace tangent
