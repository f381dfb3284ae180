// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/note_view.h"

#include "app/note/formula_object.h"
#include "app/note/note_paint.h"
#include "app/note/note_view_accessible.h"
#include "app/note/scrubbing.h"
#include "widgets/views/slim_scroll_bar.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

#include <algorithm>
#include <cmath>

namespace tangent {

NoteView::NoteView(std::shared_ptr<FormulaLibrary> formulas, QWidget* parent)
    : QTextBrowser(parent)
    , formulas_(formulas ? std::move(formulas) : std::make_shared<FormulaLibrary>(QString()))
    , scrollBar_(new SlimScrollBar(Qt::Vertical, this))
{
    announceNoteViews();
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBar(scrollBar_);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Note"));
    setTheme(*theme_);
}

NoteView::~NoteView()
{
    // The view lays out what it shows until it is gone; it must not reach into a document that went before.
    setDocument(nullptr);
}

void NoteView::setNote(const Note& note)
{
    note_ = note;
    writable_.clear();
    names_.clear();
    item_ = -1;
    focused_ = -1;
    current_.spans.clear();
    rebuild();
    verticalScrollBar()->setValue(0);
    setAccessibleName(note.title.isEmpty() ? tr("Note") : tr("Note: %1").arg(note.title));
}

void NoteView::setTheme(const Theme& theme)
{
    theme_ = &theme;
    scrollBar_->setTheme(theme);
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Base, theme.panel);
    setPalette(colours);
    rebuild();
}

void NoteView::rebuild()
{
    finishDrag();
    setHovered(-1);
    pressed_ = -1;
    const int scrolledTo = verticalScrollBar()->value();
    NoteDocument made = makeNoteDocument(note_, formulas_, *theme_);
    for (int i = 0; i < int(std::min(made.spans.size(), current_.spans.size())); ++i) {
        const LiveLink::Kind kind = made.spans[size_t(i)].link.kind;
        if (kind == LiveLink::Kind::Show || kind == LiveLink::Kind::Drag)
            showNumber(&made, i, numberText(current_, i));
    }
    if (item_ >= 0)
        emphasiseItem(&made, item_, *theme_);
    setDocument(made.document.get());
    current_ = std::move(made);
    fitColumn();
    verticalScrollBar()->setValue(scrolledTo);
}

void NoteView::followScene(const Scene& scene, const Values& values, const Parameters& parameters)
{
    std::vector<std::pair<int, QString>> changes;
    for (int i = 0; i < int(current_.spans.size()); ++i) {
        const LiveSpan& span = current_.spans[size_t(i)];
        const QString& key = span.link.key;
        QString text;
        if (span.link.kind == LiveLink::Kind::Show && scene.readout(key)) {
            text = shownReadout(*scene.readout(key), span.number);
            names_[key] = scene.readout(key)->label;
        } else if (span.link.kind == LiveLink::Kind::Show || span.link.kind == LiveLink::Kind::Drag) {
            const Parameter* parameter = findParameter(parameters, key);
            const Value value = standingValue(key, scene, values);
            if (parameter) {
                names_[key] = parameter->label;
                text = shownParameter(*parameter, value, span.number);
            }
            if (span.link.kind == LiveLink::Kind::Drag)
                remember(key, parameter, value);
        }
        if (!text.isEmpty() && text != numberText(current_, i))
            changes.emplace_back(i, text);
    }
    if (!changes.empty())
        layOut();
    // Each paragraph is laid out once, and those between two changed ones not at all.
    QTextCursor edit(document());
    for (size_t i = 0; i < changes.size();) {
        const auto block = [&](size_t change) {
            return document()->findBlock(current_.spans[size_t(changes[change].first)].begin).blockNumber();
        };
        const int here = block(i);
        edit.beginEditBlock();
        for (; i < changes.size() && block(i) == here; ++i)
            showNumber(&current_, changes[i].first, changes[i].second);
        edit.endEditBlock();
        // Chips and the feet of formulas reach a little beyond the lines that Qt repaints.
        const QRectF box =
            document()->documentLayout()->blockBoundingRect(document()->findBlockByNumber(here));
        viewport()->update(box.translated(-scrolled()).adjusted(-4, -4, 4, 8).toAlignedRect());
    }
}

void NoteView::light(const QString& key)
{
    if (key == lit_)
        return;
    lit_ = key;
    viewport()->update();
}

void NoteView::remember(const QString& key, const Parameter* parameter, const Value& value)
{
    const double* number = std::get_if<double>(&value);
    if (!parameter || !number || !isScrubbable(*parameter)) {
        writable_.remove(key);
        return;
    }
    Writable& kept = writable_[key];
    if (!(kept.parameter == *parameter))
        kept.parameter = *parameter;
    kept.value = *number;
}

void NoteView::setCurrentItem(int item)
{
    layOut();
    item_ = item >= 0 && item < int(current_.tryIt.size()) ? item : -1;
    emphasiseItem(&current_, item_, *theme_);
    if (item_ < 0)
        return;
    const auto* layout = document()->documentLayout();
    const auto block = [&](int number) {
        return layout->blockBoundingRect(document()->findBlockByNumber(number));
    };
    const QRectF box =
        block(current_.tryIt[size_t(item_)].first).united(block(current_.tryIt[size_t(item_)].second));
    showBand(box.top(), box.bottom());
}

void NoteView::showBand(double top, double bottom)
{
    constexpr int air = 40;
    const int height = viewport()->height();
    if (top < verticalScrollBar()->value() + 4)
        verticalScrollBar()->setValue(int(top) - air);
    else if (bottom > verticalScrollBar()->value() + height - 4)
        verticalScrollBar()->setValue(std::min(int(top) - air, int(bottom) - height + air));
}

QString NoteView::spanText(int index) const
{
    return tangent::spanText(current_, index);
}

QString NoteView::spanName(int index) const
{
    const QString name = names_.value(current_.spans[size_t(index)].link.key);
    return name.isEmpty() ? spanText(index) : name;
}

/// Qt lays long notes out bit by bit while they are read. What lies further down has no place until then,
/// and is never laid out at all when the text changes meanwhile.
void NoteView::layOut() const
{
    document()->documentLayout()->documentSize();
}

QRect NoteView::spanRect(int index) const
{
    layOut();
    const std::vector<QRectF> rects = spanRects(*current_.document, current_.spans[size_t(index)]);
    return rects.empty() ? QRect() : rects.front().translated(-scrolled()).toAlignedRect();
}

QPoint NoteView::scrolled() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

/// Keeps lines to about sixty characters, however wide the panel is.
void NoteView::fitColumn()
{
    const double widest =
        NoteMeasures::characters * QFontMetricsF(uiFont(NoteMeasures::body)).averageCharWidth();
    const double right = std::max(NoteMeasures::right, viewport()->width() - NoteMeasures::left - widest);
    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    if (std::abs(frame.rightMargin() - right) < 0.5)
        return;
    frame.setRightMargin(right);
    document()->rootFrame()->setFrameFormat(frame);
}

void NoteView::resizeEvent(QResizeEvent* event)
{
    fitColumn();
    QTextBrowser::resizeEvent(event);
}

void NoteView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    painter.translate(-scrolled());
    paintUnderNote(painter, current_, *theme_, {hovered_, hasFocus() ? focused_ : -1, lit_});
    painter.end();
    QTextBrowser::paintEvent(event);
}

/// Formulas are copied as their TeX, chips without their padding.
QMimeData* NoteView::createMimeDataFromSelection() const
{
    const QTextCursor selection = textCursor();
    QString text = selection.selectedText();
    text.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    for (auto at = text.lastIndexOf(QChar(QChar::ObjectReplacementCharacter)); at >= 0;
         at = at > 0 ? text.lastIndexOf(QChar(QChar::ObjectReplacementCharacter), at - 1) : -1) {
        QTextCursor cursor(document());
        cursor.setPosition(selection.selectionStart() + int(at) + 1);
        const QTextCharFormat format = cursor.charFormat();
        const QString sign = FormulaObject::isDisplay(format) ? QStringLiteral("$$") : QStringLiteral("$");
        text.replace(at, 1, sign + FormulaObject::tex(format) + sign);
    }
    text.remove(chipPadding).remove(wordJoiner);
    auto* data = new QMimeData;
    data->setText(text);
    return data;
}

/// A note names no file and no address that would be read.
QVariant NoteView::loadResource(int, const QUrl&)
{
    return {};
}

} // namespace tangent
