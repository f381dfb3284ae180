// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/handout.h"

#include "app/lab/compute.h"
#include "app/lab/registry.h"
#include "app/lab/settle.h"
#include "app/note/live_number.h"
#include "app/talk/caption.h"
#include "widgets/scene/number_text.h"
#include "widgets/views/figure_layout.h"
#include "widgets/views/text.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace tangent {

namespace {

constexpr int dotsPerInch = 96; // a logical pixel is a dot
constexpr double margin = 57;   // 15 mm
constexpr QSizeF pictureSize(900, 450);
constexpr double footer = 24;
constexpr double gap = 10;
constexpr int printedReadouts = 4;

/// What the paper says of one stop.
struct Sheet {
    TalkStop stop;
    Scene scene;
    Values values;
};

QString readoutsOf(const Scene& scene)
{
    QStringList words;
    for (const Readout& readout : scene.readouts) {
        if (readout.prominent && words.size() < printedReadouts)
            words << readout.label + QLatin1Char(' ') + shownReadout(readout, {});
    }
    return words.join(QStringLiteral("  ·  "));
}

/// Puts one sheet under the other and turns the page where the next has no room.
class Paper {
public:
    Paper(QPdfWriter* writer, const QString& title)
        : writer_(writer)
        , painter_(writer)
        , room_(QRectF(QPointF(), QSizeF(writer->width(), writer->height()))
                    .adjusted(margin, margin, -margin, -margin))
        , title_(title)
    {
        painter_.setRenderHint(QPainter::Antialiasing);
        y_ = room_.top();
        painter_.setPen(Theme::light().ink);
        painter_.setFont(uiFont(22, QFont::Bold));
        y_ += drawWrappedText(painter_, QRectF(room_.left(), y_, room_.width(), room_.height()),
                  Qt::AlignLeft | Qt::AlignTop, title)
                  .height()
            + 2 * gap;
        paintFooter();
    }

    void add(const Sheet& sheet)
    {
        QTextDocument caption;
        caption.setDefaultFont(uiFont(13));
        caption.setDocumentMargin(0);
        caption.setTextWidth(room_.width());
        caption.setHtml(
            QStringLiteral("<b>%1.</b> %2").arg(sheet.stop.item).arg(captionHtml(sheet.stop, sheet.scene)));
        QTextDocument words;
        words.setDefaultFont(uiFont(11));
        words.setDocumentMargin(0);
        words.setTextWidth(room_.width());
        words.setMarkdown(sheet.scene.narration + QStringLiteral("\n\n") + readoutsOf(sheet.scene));
        const double scale = room_.width() / pictureSize.width();
        const double pictureHeight = pictureSize.height() * scale;
        const double link = lineOf(9);
        const double height =
            caption.size().height() + gap + pictureHeight + gap + words.size().height() + link + 2.5 * gap;
        if (y_ + height > room_.bottom() - footer && y_ > room_.top())
            turnPage();
        draw(&caption);
        y_ += gap;
        painter_.save();
        painter_.translate(room_.left(), y_);
        painter_.scale(scale, scale);
        paintScene(painter_, QRectF(QPointF(), pictureSize), sheet.scene, sheet.values, Theme::light());
        painter_.restore();
        y_ += pictureHeight + gap;
        draw(&words);
        painter_.setFont(uiFont(9));
        painter_.setPen(Theme::light().muted);
        const QString address =
            painter_.fontMetrics().elidedText(sheet.stop.link(), Qt::ElideMiddle, int(room_.width()));
        drawText(painter_, QRectF(room_.left(), y_, room_.width(), link), Qt::AlignLeft | Qt::AlignVCenter,
            address);
        y_ += link + 2.5 * gap;
    }

private:
    double lineOf(double pixels) const { return QFontMetricsF(uiFont(pixels), writer_).height() + 2; }

    void draw(QTextDocument* document)
    {
        painter_.save();
        painter_.translate(room_.left(), y_);
        document->drawContents(&painter_);
        painter_.restore();
        y_ += document->size().height();
    }

    void turnPage()
    {
        writer_->newPage();
        ++page_;
        y_ = room_.top();
        paintFooter();
    }

    void paintFooter()
    {
        painter_.setFont(uiFont(9));
        painter_.setPen(Theme::light().muted);
        const QRectF line(room_.left(), room_.bottom() - footer, room_.width(), footer);
        drawText(painter_, line, Qt::AlignLeft | Qt::AlignBottom, title_);
        drawText(painter_, line, Qt::AlignRight | Qt::AlignBottom, QString::number(page_));
    }

    QPdfWriter* writer_;
    QPainter painter_;
    QRectF room_;
    QString title_;
    double y_ = 0;
    int page_ = 1;
};

} // namespace

QByteArray handoutOf(const Talk& talk, DataCatalogue& catalogue)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(talk.title);
    Stages stages;
    std::vector<Sheet> sheets;
    for (const TalkStop& stop : talk.stops) {
        QString complaint;
        const auto request = readLink(stop.link(), &complaint);
        const Lab* lab = request ? findLab(request->topic) : nullptr;
        if (!lab)
            continue;
        const Settled settled = settle(*lab, *request, catalogue);
        const Scene scene = computeScene(*lab, settled, stages);
        sheets.push_back({stop, scene, scene.decided(settled.values)});
    }
    {
        Paper paper(&writer, talk.title); // the document is complete when its painter is gone
        for (const Sheet& sheet : sheets)
            paper.add(sheet);
    }
    return bytes;
}

} // namespace tangent
