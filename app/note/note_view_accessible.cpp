// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_view_accessible.h"

#include "app/note/note_view.h"
#include "widgets/views/accessible_parts.h"

#include <QAccessibleWidget>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace tangent {

namespace {

/// One live link: a link that is pressed, or a number that is set.
class SpanInterface final : public PartInterface,
                            public QAccessibleValueInterface,
                            public QAccessibleActionInterface {
public:
    SpanInterface(NoteView& view, int span)
        : view_(view)
        , span_(span)
    {
    }

    bool isValid() const override { return span_ < int(view_.spans().size()); }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&view_); }
    QAccessible::Role role() const override { return QAccessible::Link; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name)
            return view_.spanName(span_);
        const LiveLink::Kind live = view_.spans()[size_t(span_)].link.kind;
        const bool isNumber = live == LiveLink::Kind::Drag || live == LiveLink::Kind::Show;
        return kind == QAccessible::Value && isNumber ? view_.spanText(span_) : QString();
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = view_.spanRect(span_);
        return {view_.viewport()->mapToGlobal(box.topLeft()), box.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State made;
        made.focusable = true;
        made.focused = view_.hasFocus() && view_.focusedSpan() == span_;
        made.linked = true;
        made.invisible = !view_.isVisible();
        made.offscreen = !view_.viewport()->rect().intersects(isValid() ? view_.spanRect(span_) : QRect());
        return made;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface && number())
            return static_cast<QAccessibleValueInterface*>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface*>(this);
        return nullptr;
    }

    QVariant currentValue() const override { return number() ? number()->value : 0.0; }
    QVariant minimumValue() const override { return number() ? number()->parameter.minimum : 0.0; }
    QVariant maximumValue() const override { return number() ? number()->parameter.maximum : 0.0; }
    QVariant minimumStepSize() const override { return number() ? number()->parameter.step : 0.0; }
    void setCurrentValue(const QVariant& value) override
    {
        bool isNumber = false;
        const double wanted = value.toDouble(&isNumber);
        if (isNumber)
            view_.writeSpan(span_, wanted);
    }

    QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        if (number())
            names << increaseAction() << decreaseAction();
        else
            names << pressAction();
        return names;
    }

    void doAction(const QString& name) override
    {
        if (!isValid() || !actionNames().contains(name))
            return;
        if (name == pressAction()) {
            view_.activate(span_);
            return;
        }
        view_.setFocus(Qt::OtherFocusReason);
        view_.focusSpan(span_);
        if (name != setFocusAction())
            view_.nudge(name == increaseAction() ? 1 : -1);
    }

    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    const NoteView::Writable* number() const { return isValid() ? view_.writable(span_) : nullptr; }

    NoteView& view_;
    int span_;
};

/// The note: a document to read, its live links its children.
class NoteInterface final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit NoteInterface(NoteView& view)
        : QAccessibleWidget(&view, QAccessible::Document)
        , view_(view)
    {
    }

    int childCount() const override { return int(view_.spans().size()); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return spans_.at(index, [this](int span) { return new SpanInterface(view_, span); });
    }

    int indexOfChild(const QAccessibleInterface* child) const override { return spans_.indexOf(child); }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        return child(view_.spanAt(view_.viewport()->mapFromGlobal(QPoint(x, y))));
    }

    QAccessibleInterface* focusChild() const override
    {
        return view_.hasFocus() ? child(view_.focusedSpan()) : nullptr;
    }

    QAccessible::State state() const override
    {
        QAccessible::State made = QAccessibleWidget::state();
        made.readOnly = true;
        made.multiLine = true;
        return made;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }

    void selection(int index, int* start, int* end) const override
    {
        const QTextCursor cursor = view_.textCursor();
        *start = index == 0 ? cursor.selectionStart() : 0;
        *end = index == 0 ? cursor.selectionEnd() : 0;
    }
    int selectionCount() const override { return view_.textCursor().hasSelection() ? 1 : 0; }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override
    {
        QTextCursor cursor = view_.textCursor();
        cursor.clearSelection();
        view_.setTextCursor(cursor);
    }
    void setSelection(int, int start, int end) override
    {
        QTextCursor cursor = view_.textCursor();
        cursor.setPosition(bounded(start));
        cursor.setPosition(bounded(end), QTextCursor::KeepAnchor);
        view_.setTextCursor(cursor);
    }
    int cursorPosition() const override { return view_.textCursor().position(); }
    void setCursorPosition(int position) override
    {
        QTextCursor cursor = view_.textCursor();
        cursor.setPosition(bounded(position));
        view_.setTextCursor(cursor);
    }
    using QAccessibleWidget::text;
    QString text(int start, int end) const override
    {
        return view_.document()->toPlainText().mid(start, end - start);
    }
    int characterCount() const override { return view_.document()->characterCount(); }
    QRect characterRect(int offset) const override
    {
        QTextCursor cursor(view_.document());
        cursor.setPosition(bounded(offset));
        const QRect box = view_.cursorRect(cursor);
        return {view_.viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    int offsetAtPoint(const QPoint& point) const override
    {
        return view_.cursorForPosition(view_.viewport()->mapFromGlobal(point)).position();
    }
    void scrollToSubstring(int start, int) override
    {
        setCursorPosition(start);
        view_.ensureCursorVisible();
    }
    QString attributes(int offset, int* start, int* end) const override
    {
        *start = offset;
        *end = characterCount();
        return {};
    }

private:
    int bounded(int position) const { return std::clamp(position, 0, characterCount() - 1); }

    NoteView& view_;
    mutable PartInterfaces spans_;
};

} // namespace

void announceNoteViews()
{
    installInterface<NoteView, NoteInterface>();
}

void announceNoteFocus(NoteView& view, int span)
{
    announcePartFocus(view, span);
}

} // namespace tangent
