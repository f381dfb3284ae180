// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/figure_view.h"

#include "widgets/views/diagram_view.h"
#include "widgets/views/gallery_view.h"
#include "widgets/views/handle_boxes.h"
#include "widgets/views/matrix_view.h"
#include "widgets/views/plot_paint.h"
#include "widgets/views/plot_view.h"
#include "widgets/views/table_view.h"
#include "widgets/views/text_view.h"
#include "widgets/views/words_view.h"

#include <algorithm>

namespace tangent {

namespace {

/// The handles of one figure, boxes with their corners; a handle that names none belongs to the figure it is
/// given with.
std::vector<Handle> handlesOf(const Figure& figure, const std::vector<Handle>& handles)
{
    std::vector<Handle> own;
    std::copy_if(handles.begin(), handles.end(), std::back_inserter(own),
        [&](const Handle& handle) { return handle.figure.isEmpty() || handle.figure == figure.key; });
    return withCorners(own);
}

} // namespace

FigureView::FigureView(QWidget* parent)
    : QWidget(parent)
{
}

void FigureView::showFigure(const Figure& figure, const std::vector<Handle>& handles)
{
    std::vector<Handle> own = handlesOf(figure, handles);
    if (figure == figure_ && own == handles_) {
        figureRepeated();
        return;
    }
    figure_ = figure;
    handles_ = std::move(own);
    setAccessibleName(figure.title);
    figureChanged();
    update();
}

void FigureView::followValues(const Values& values)
{
    values_ = values;
    valuesChanged();
}

void FigureView::markRows(const std::vector<int>& rowIds)
{
    const QSet<int> marked(rowIds.begin(), rowIds.end());
    if (marked == marked_)
        return;
    marked_ = marked;
    marksChanged();
}

void FigureView::setParameters(const Parameters& parameters)
{
    parameters_ = parameters;
}

void FigureView::setTheme(const Theme& theme)
{
    theme_ = theme.dark ? &Theme::darkTheme() : &Theme::light();
    themeChanged();
}

std::vector<QRectF> FigureView::placesWriting(const QSet<QString>&) const
{
    return {};
}

std::unique_ptr<FigureView> FigureView::make(const FigureContent& content, QWidget* parent)
{
    struct Making {
        QWidget* parent;
        std::unique_ptr<FigureView> operator()(const Plot&) const
        {
            return std::make_unique<PlotView>(parent);
        }
        std::unique_ptr<FigureView> operator()(const Matrix&) const
        {
            return std::make_unique<MatrixView>(parent);
        }
        std::unique_ptr<FigureView> operator()(const Diagram&) const
        {
            return std::make_unique<DiagramView>(parent);
        }
        std::unique_ptr<FigureView> operator()(const TableFigure&) const
        {
            return std::make_unique<TableView>(parent);
        }
        std::unique_ptr<FigureView> operator()(const Gallery&) const
        {
            return std::make_unique<GalleryView>(parent);
        }
        std::unique_ptr<FigureView> operator()(const WordsFigure&) const
        {
            return std::make_unique<WordsView>(parent);
        }
        std::unique_ptr<FigureView> operator()(const TextFigure&) const
        {
            return std::make_unique<TextView>(parent);
        }
    };
    return std::visit(Making{parent}, content);
}

void paintFigure(QPainter& painter, const QRectF& box, const Figure& figure,
    const std::vector<Handle>& handles, const Values& values, const Theme& theme)
{
    struct Painting {
        QPainter& painter;
        const QRectF& box;
        const std::vector<Handle>& handles;
        const Values& values;
        const Theme& theme;
        void operator()(const Plot& plot) const { paintPlot(painter, box, plot, handles, values, theme, {}); }
        void operator()(const Matrix& matrix) const { paintMatrix(painter, box, matrix, theme, {}); }
        void operator()(const Diagram& diagram) const { paintDiagram(painter, box, diagram, theme, {}); }
        void operator()(const TableFigure& table) const { paintTable(painter, box, table, theme, {}); }
        void operator()(const Gallery& gallery) const { paintGallery(painter, box, gallery, theme, {}); }
        void operator()(const WordsFigure& words) const { paintWords(painter, box, words, theme); }
        void operator()(const TextFigure& texts) const { paintTexts(painter, box, texts, theme); }
    };
    painter.save();
    std::visit(Painting{painter, box, handlesOf(figure, handles), values, theme}, figure.content);
    painter.restore();
}

} // namespace tangent
