// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/views/item_view.h"
#include "widgets/views/words_geometry.h"

namespace tangent {

/// Paragraphs of words that carry marks. The line of a title is an item, so is every word that can be
/// pointed at, clicked or carried, and the button that adds a paragraph.
class WordsView : public ItemView {
    Q_OBJECT

public:
    using ItemView::ItemView;

    int itemCount() const override;
    QRectF itemBox(int item) const override;
    QString itemName(int item) const override;
    QString itemText(int item) const override;
    Target itemTarget(int item) const override;
    int itemAt(QPointF place) const override;
    Target itemTyped(int item) const override;
    QRectF typingBox(int item) const override;
    std::vector<Drop> itemDrops(int item) const override;
    std::vector<ItemAction> itemActions(int item) const override;
    QRectF dropBox(const QString& id) const override;
    /// The item of a word, or with `run` −1 of the title; −1: it is none.
    int itemOf(int paragraph, int run) const;
    int addingItem() const;

protected:
    Extent layOut(const QRectF& box) override;
    void scrolled(QPointF offset) override;
    void paintItems(QPainter& painter, const ItemEmphasis& emphasis) override;
    int neighbour(int item, int right, int down) const override;
    std::vector<int> itemRows(int item) const override;
    Target itemHover(int item) const override;
    QString carriedName(int item) const override;
    int firstItem() const override;
    void figureChanged() override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A word, with `run` −1 a title, with `paragraph` −1 the adding button.
    struct Place {
        int paragraph = -1;
        int run = -1;
        bool operator==(const Place&) const = default;
    };

    const WordsFigure& words() const;
    const WordsFigure::Paragraph& paragraphOf(int item) const;
    const WordsFigure::Run* runOf(int item) const;
    std::optional<Intent> removal(int paragraph) const;
    void pointAtParagraph(int paragraph);
    void paintLabel(QPainter& painter, int item) const;

    WordsGeometry geometry_;
    std::vector<Place> items_;
    int paragraph_ = -1; ///< under the pointer
    int opensFrom_ = -1; ///< a paragraph was added: the one of this number is typed as it comes
};

/// Draws it once; paragraphs that find no room are noted as unfitting.
void paintWords(QPainter& painter, const QRectF& box, const WordsFigure& figure, const Theme& theme);

} // namespace tangent
