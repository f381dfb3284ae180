// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_document.h"
#include "widgets/scene/intent.h"

#include <QHash>
#include <QTextBrowser>

#include <optional>

namespace tangent {

class SlimScrollBar;

/// Shows a note and lets its live links act: lab links are clicked, numbers are dragged, numbers follow
/// the scene. It changes no state and goes nowhere by itself; it says what was wanted.
class NoteView : public QTextBrowser {
    Q_OBJECT

public:
    /// Without a library, formulas are shown as their TeX.
    explicit NoteView(std::shared_ptr<FormulaLibrary> formulas, QWidget* parent = nullptr);
    ~NoteView() override;

    void setNote(const Note& note);
    const Note& note() const { return note_; }
    void setTheme(const Theme& theme);
    /// Lays the note out anew, for example after setTextScale().
    void rebuild();
    /// Writes the numbers of this scene and these values into the text; costs nothing where they are the
    /// same.
    void followScene(const Scene& scene, const Values& values, const Parameters& parameters);
    /// Makes the numbers of this readout stand out; an empty key: none.
    void light(const QString& key);
    /// The item of Try it that a talk stands at, from 0; -1: none.
    void setCurrentItem(int item);

    const std::vector<LiveSpan>& spans() const { return current_.spans; }
    /// What a span shows now, without the padding of chips.
    QString spanText(int index) const;
    /// The first line of a span in viewport coordinates, for pop-ups beside it.
    QRect spanRect(int index) const;
    /// The span that the keyboard is on; -1: none.
    int focusedSpan() const { return focused_; }
    void focusSpan(int span);
    /// The span at a place of the viewport; -1: none.
    int spanAt(const QPoint& place) const;
    /// What a screen reader calls a span: its words, or the name of what its number shows.
    QString spanName(int index) const;

    /// A parameter that a number in the text writes, and where it stands.
    struct Writable {
        Parameter parameter;
        double value = 0;
    };
    /// Null for spans that write nothing in this state.
    const Writable* writable(int span) const;
    /// One complete change of the number of a span, within the range of its parameter.
    void writeSpan(int span, double value);
    /// What a click or Return does.
    void activate(int span);
    /// Moves the number that the keyboard is on by so many presses of an arrow key.
    void nudge(int presses);

signals:
    /// Set these keys, over the current state or from the defaults.
    void labLink(const QString& query, bool fromDefaults);
    void scrub(const tangent::Intent& wanted);
    /// The pointer or the keyboard is on the number of this readout; empty: on none any more.
    void showReadout(const QString& key);
    void openTopic(const QString& link);
    void challengeStarted();
    /// An address of the web was put on the clipboard; nothing is opened.
    void addressCopied(const QString& address);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    QMimeData* createMimeDataFromSelection() const override;
    QVariant loadResource(int type, const QUrl& name) override;

private:
    /// The number under the hand.
    struct Drag {
        Parameter parameter;
        QString key;
        double startX = 0;
        double from = 0;
        double last = 0;
        bool moved = false;
    };

    void setHovered(int span);
    void finishDrag();
    void remember(const QString& key, const Parameter* parameter, const Value& value);
    void showBand(double top, double bottom);
    void want(const QString& key, double value, Intent::Phase phase);
    void layOut() const;
    void fitColumn();
    void describeFocus();
    QPoint scrolled() const;

    std::shared_ptr<FormulaLibrary> formulas_;
    const Theme* theme_ = &Theme::light();
    SlimScrollBar* scrollBar_ = nullptr;
    Note note_;
    NoteDocument current_;
    QHash<QString, Writable> writable_; ///< by key
    QHash<QString, QString> names_;     ///< of what numbers show, by key
    std::optional<Drag> drag_;
    int pressed_ = -1;
    int hovered_ = -1;
    QString lit_; ///< the readout whose numbers stand out
    int focused_ = -1;
    int item_ = -1;
};

} // namespace tangent
