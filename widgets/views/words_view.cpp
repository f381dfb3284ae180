// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/words_view.h"

#include "widgets/views/chip.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/number_target.h"
#include "widgets/views/text.h"
#include "widgets/views/text_target.h"
#include "widgets/views/words_paint.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr QMarginsF rim(2, 2, 2, 2);
constexpr double labelGap = 3;

bool isItem(const WordsFigure::Run& run)
{
    return !run.target.key.isEmpty() || !run.hover.key.isEmpty() || !run.drops.empty() || !run.name.isEmpty();
}

/// A sentence in lines no wider than that.
QStringList inLines(const QString& sentence, const QFont& font, double width)
{
    QStringList lines;
    for (const QString& word : sentence.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!lines.isEmpty() && textWidth(font, lines.last() + QLatin1Char(' ') + word) <= width)
            lines.last() += QLatin1Char(' ') + word;
        else
            lines << word;
    }
    return lines;
}

} // namespace

const WordsFigure& WordsView::words() const
{
    static const WordsFigure none;
    const WordsFigure* held = std::get_if<WordsFigure>(&figure().content);
    return held ? *held : none;
}

int WordsView::itemCount() const
{
    return int(items_.size());
}

const WordsFigure::Paragraph& WordsView::paragraphOf(int item) const
{
    static const WordsFigure::Paragraph none;
    const int paragraph = items_[size_t(item)].paragraph;
    return paragraph < 0 ? none : words().paragraphs[size_t(paragraph)];
}

const WordsFigure::Run* WordsView::runOf(int item) const
{
    const int run = items_[size_t(item)].run;
    return run < 0 ? nullptr : &paragraphOf(item).runs[size_t(run)];
}

int WordsView::itemOf(int paragraph, int run) const
{
    const auto found = std::find(items_.begin(), items_.end(), Place{paragraph, run});
    return found == items_.end() ? -1 : int(found - items_.begin());
}

int WordsView::addingItem() const
{
    return itemOf(-1, -1);
}

QRectF WordsView::itemBox(int item) const
{
    const Place place = items_[size_t(item)];
    if (place.paragraph < 0)
        return geometry_.placed(geometry_.adding);
    if (place.run >= 0)
        return geometry_.placed(geometry_.runBox(place.paragraph, place.run));
    const WordsGeometry::Paragraph& placed = geometry_.paragraphs[size_t(place.paragraph)];
    return geometry_.placed(placed.title.isEmpty() ? placed.box : placed.title);
}

QString WordsView::itemName(int item) const
{
    if (item == addingItem())
        return words().adding->label;
    if (const WordsFigure::Run* run = runOf(item))
        return run->name.isEmpty() ? run->text : run->name;
    const WordsFigure::Paragraph& own = paragraphOf(item);
    return own.title.isEmpty() ? tr("Paragraph %1").arg(items_[size_t(item)].paragraph + 1) : own.title;
}

QString WordsView::itemText(int item) const
{
    if (const WordsFigure::Run* run = runOf(item))
        return run->note.isEmpty() ? run->text : tr("%1, %2").arg(run->text, run->note);
    const WordsFigure::Paragraph& own = paragraphOf(item);
    QStringList all;
    for (const WordsFigure::Run& run : own.runs)
        all << run.text;
    const QString sentence = all.join(QLatin1Char(' '));
    return own.value.isEmpty() || sentence.isEmpty() ? own.value + sentence
                                                     : tr("%1: %2").arg(own.value, sentence);
}

Target WordsView::itemTarget(int item) const
{
    if (item == addingItem()) {
        Target press;
        if (const auto added = writeAdded(*words().adding, values(), parameters())) {
            press.key = words().adding->key;
            press.value = added->values.value(press.key);
        }
        return press;
    }
    const WordsFigure::Run* run = runOf(item);
    const Target target = run ? run->target : paragraphOf(item).target;
    // Only clicks act here: what is typed is the paragraph.
    return isButtonTarget(target) ? target : Target();
}

Target WordsView::itemTyped(int item) const
{
    return runOf(item) ? Target() : paragraphOf(item).text;
}

QRectF WordsView::typingBox(int item) const
{
    const int paragraph = items_[size_t(item)].paragraph;
    if (paragraph < 0)
        return itemBox(item);
    const WordsGeometry::Paragraph& placed = geometry_.paragraphs[size_t(paragraph)];
    QRectF box = placed.box;
    if (!placed.title.isEmpty())
        box.setTop(placed.title.bottom());
    return geometry_.placed(box);
}

std::vector<Drop> WordsView::itemDrops(int item) const
{
    const WordsFigure::Run* run = runOf(item);
    return run ? run->drops : std::vector<Drop>();
}

std::vector<ItemAction> WordsView::itemActions(int item) const
{
    std::vector<ItemAction> made = dropActions(itemDrops(item));
    const Place place = items_[size_t(item)];
    if (const auto gone = place.run < 0 ? removal(place.paragraph) : std::nullopt)
        made.push_back({tr("Remove"), tr("Remove"), *gone});
    return made;
}

std::optional<Intent> WordsView::removal(int paragraph) const
{
    if (!words().removable || paragraph < 0)
        return std::nullopt;
    return writeRemoved(words().paragraphs[size_t(paragraph)].text, values(), parameters());
}

QRectF WordsView::dropBox(const QString& id) const
{
    const auto& all = words().paragraphs;
    for (size_t paragraph = 0; paragraph < geometry_.paragraphs.size() && !id.isEmpty(); ++paragraph)
        if (all[paragraph].id == id)
            return geometry_.placed(geometry_.paragraphs[paragraph].box).intersected(geometry_.window);
    return {};
}

int WordsView::itemAt(QPointF place) const
{
    if (!window().contains(place))
        return -1;
    const int paragraph = geometry_.paragraphAt(place);
    if (paragraph < 0)
        return geometry_.placed(geometry_.adding).contains(place) ? addingItem() : -1;
    const WordsGeometry::Paragraph& placed = geometry_.paragraphs[size_t(paragraph)];
    for (const WordsGeometry::Piece& piece : placed.pieces)
        if (geometry_.placed(piece.box).contains(place))
            return itemOf(paragraph, piece.run);
    const bool onTitle = placed.title.isEmpty() || geometry_.placed(placed.title).contains(place);
    return onTitle ? itemOf(paragraph, -1) : -1;
}

std::vector<int> WordsView::itemRows(int item) const
{
    return paragraphOf(item).rowIds;
}

Target WordsView::itemHover(int item) const
{
    const WordsFigure::Run* run = runOf(item);
    return run ? run->hover : Target();
}

QString WordsView::carriedName(int item) const
{
    const WordsFigure::Run* run = runOf(item);
    return run ? run->text : itemName(item);
}

int WordsView::firstItem() const
{
    for (int item = 0; item < itemCount(); ++item)
        if (paragraphOf(item).current)
            return item;
    return 0;
}

ItemView::Extent WordsView::layOut(const QRectF& box)
{
    const QPointF kept = geometry_.offset;
    geometry_ = WordsGeometry::of(box.marginsRemoved(rim), words());
    geometry_.offset = kept;
    items_.clear();
    for (int paragraph = 0; paragraph < int(words().paragraphs.size()); ++paragraph) {
        items_.push_back({paragraph, -1});
        const auto& runs = words().paragraphs[size_t(paragraph)].runs;
        for (int run = 0; run < int(runs.size()); ++run)
            if (isItem(runs[size_t(run)]) && !geometry_.runBox(paragraph, run).isEmpty())
                items_.push_back({paragraph, run});
    }
    if (words().adding)
        items_.push_back({-1, -1});
    return {geometry_.window, geometry_.content};
}

void WordsView::scrolled(QPointF offset)
{
    geometry_.offset = offset;
}

void WordsView::paintItems(QPainter& painter, const ItemEmphasis& emphasis)
{
    WordsEmphasis drawn;
    drawn.paragraph = paragraph_;
    for (int paragraph = 0; paragraph < int(words().paragraphs.size()); ++paragraph)
        drawn.removable.push_back(removal(paragraph).has_value());
    const bool hovers = emphasis.hovered >= 0 && emphasis.hovered < itemCount();
    if (hovers) {
        drawn.hoveredParagraph = items_[size_t(emphasis.hovered)].paragraph;
        drawn.hoveredRun = items_[size_t(emphasis.hovered)].run;
        drawn.addingHovered = emphasis.hovered == addingItem();
    }
    if (emphasis.focused >= 0 && emphasis.focused < itemCount())
        drawn.focused = itemBox(emphasis.focused);
    paintWordsAt(painter, geometry_, words(), theme(), markedRows(), drawn);
    if (hovers)
        paintLabel(painter, emphasis.hovered);
}

void WordsView::paintLabel(QPainter& painter, int item) const
{
    const WordsFigure::Run* run = runOf(item);
    if (!run || run->name.isEmpty())
        return;
    // Under the word, where it does not hide the line of the title; above it at the lower edge.
    const QRectF box = itemBox(item);
    const QStringList lines = inLines(run->name, uiFont(11.5), width() - 24);
    const double height = lineHeight(uiFont(11.5)) * double(lines.size()) + 8 + 2 * labelGap;
    const bool below = box.bottom() + height <= this->height();
    paintChip(painter, QRectF(rect()), QPointF(box.left(), below ? box.bottom() + height : box.top()),
        labelGap, lines, theme());
}

int WordsView::neighbour(int item, int right, int down) const
{
    if (right != 0)
        return std::clamp(item + right, 0, itemCount() - 1);
    // The nearest word in the nearest line that way.
    const QRectF from = itemBox(item);
    int best = item;
    double nearest = 1e300;
    for (int other = 0; other < itemCount(); ++other) {
        const QRectF box = itemBox(other);
        const double away = (box.center().y() - from.center().y()) * down;
        const double aside = std::abs(box.left() - from.left());
        if (other != item && away > 4 && away * 1000 + aside < nearest) {
            nearest = away * 1000 + aside;
            best = other;
        }
    }
    return best;
}

void WordsView::figureChanged()
{
    ItemView::figureChanged();
    const int count = int(words().paragraphs.size());
    if (opensFrom_ >= 0 && count > opensFrom_) {
        const int item = itemOf(std::exchange(opensFrom_, -1), -1);
        setFocusItem(item);
        typeItem(item);
    }
}

void WordsView::pointAtParagraph(int paragraph)
{
    if (paragraph == paragraph_)
        return;
    paragraph_ = paragraph;
    update();
}

bool WordsView::event(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        pointAtParagraph(-1);
    return ItemView::event(event);
}

void WordsView::mousePressEvent(QMouseEvent* event)
{
    const int paragraph = geometry_.paragraphAt(event->position());
    const auto gone = removal(paragraph);
    if (event->button() == Qt::LeftButton && gone
        && geometry_.crossBox(paragraph).contains(event->position())) {
        emit intent(*gone);
        return;
    }
    opensFrom_ =
        addingItem() >= 0 && itemAt(event->position()) == addingItem() ? int(words().paragraphs.size()) : -1;
    ItemView::mousePressEvent(event);
}

void WordsView::mouseMoveEvent(QMouseEvent* event)
{
    ItemView::mouseMoveEvent(event);
    const int paragraph = geometry_.paragraphAt(event->position());
    pointAtParagraph(paragraph);
    if (removal(paragraph) && geometry_.crossBox(paragraph).contains(event->position()))
        setCursor(Qt::PointingHandCursor);
    else if (itemAt(event->position()) < 0 && paragraph >= 0
        && !words().paragraphs[size_t(paragraph)].text.key.isEmpty())
        setCursor(Qt::IBeamCursor);
}

void WordsView::mouseDoubleClickEvent(QMouseEvent* event)
{
    // Between the words is as good as on them.
    const int paragraph = geometry_.paragraphAt(event->position());
    const int item = itemAt(event->position());
    const bool clicks = item >= 0 && isButtonTarget(itemTarget(item));
    if (paragraph >= 0 && !clicks && isTypedItem(itemOf(paragraph, -1)))
        typeItem(itemOf(paragraph, -1));
    else
        ItemView::mouseDoubleClickEvent(event);
}

void WordsView::keyPressEvent(QKeyEvent* event)
{
    const int item = focusItem();
    const bool removes = event->key() == Qt::Key_Delete && item >= 0 && item < itemCount();
    if (const auto gone = removes ? removal(items_[size_t(item)].paragraph) : std::nullopt) {
        emit intent(*gone);
        return;
    }
    if (event->key() == Qt::Key_F2 && item >= 0 && item < itemCount() && runOf(item)) {
        typeItem(itemOf(items_[size_t(item)].paragraph, -1));
        return;
    }
    const bool presses =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    opensFrom_ = presses && item >= 0 && item == addingItem() ? int(words().paragraphs.size()) : -1;
    ItemView::keyPressEvent(event);
}

void paintWords(QPainter& painter, const QRectF& box, const WordsFigure& figure, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A picture has nobody who could add a paragraph.
    WordsFigure shown = figure;
    shown.adding.reset();
    shown.removable = false;
    const WordsGeometry geometry = WordsGeometry::of(box.marginsRemoved(rim), shown);
    paintWordsAt(painter, geometry, shown, theme, {}, {});
    for (size_t paragraph = 0; paragraph < shown.paragraphs.size(); ++paragraph)
        if (geometry.placed(geometry.paragraphs[paragraph].box).bottom() > geometry.window.bottom() + 1)
            TextFitRecord::note(shown.paragraphs[paragraph].title);
    painter.restore();
}

} // namespace tangent
