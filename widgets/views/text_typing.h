// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/figure.h"

#include <QPlainTextEdit>

namespace tangent {

class ItemView;
class SlimScrollBar;
struct Theme;

/// A field for words that lies over what it edits: it wraps, Return and leaving it commit, Escape gives
/// up.
class InPlaceText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit InPlaceText(QWidget* parent);

    void setTheme(const Theme& theme);
    /// What all its lines need in a width.
    int neededHeight(int width) const;

signals:
    void committed();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    SlimScrollBar* bar_;
};

/// Types the words of an item view in place: paragraphs, and cells of tables that hold words.
class TextTyping : public QObject {
    Q_OBJECT

public:
    explicit TextTyping(ItemView& view);

    void open(int item);
    bool isOpen() const { return !target_.key.isEmpty(); }
    /// The items moved: so does the field; it closes when its item is gone.
    void follow();
    void setTheme(const Theme& theme);

private:
    void place(int item);
    void commit();
    void close();

    ItemView& view_;
    InPlaceText* field_ = nullptr;
    Target target_; ///< what is typed now; an empty key: nothing
    QString before_;
};

} // namespace tangent
