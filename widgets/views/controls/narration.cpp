// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/controls/narration.h"

#include "widgets/views/accessible_parts.h"
#include "widgets/views/item_paint.h"
#include "widgets/views/text.h"

#include <QAccessibleWidget>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

constexpr int announceAfter = 500;

/// Two lines; large letters get a third.
int lineCount()
{
    return textScale() > 1.2 ? 3 : 2;
}

/// The text without its stars, and what stood between them in bold.
struct Marked {
    QString text;
    QList<QTextLayout::FormatRange> strong;
};

Marked readStars(const QString& source)
{
    Marked made;
    const QStringList parts = source.split(QStringLiteral("**"));
    for (qsizetype part = 0; part < parts.size(); ++part) {
        const bool closed = part % 2 == 1 && part + 1 < parts.size();
        if (closed) {
            QTextLayout::FormatRange range;
            range.start = int(made.text.size());
            range.length = int(parts[part].size());
            range.format.setFontWeight(QFont::DemiBold);
            made.strong << range;
        } else if (part % 2 == 1) {
            made.text += QStringLiteral("**"); // an opening that never closes is text
        }
        made.text += parts[part];
    }
    return made;
}

class NarrationInterface final : public QAccessibleWidget {
public:
    explicit NarrationInterface(Narration& narration)
        : QAccessibleWidget(&narration, QAccessible::AlertMessage)
        , narration_(narration)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? narration_.plainText() : QAccessibleWidget::text(kind);
    }

private:
    Narration& narration_;
};

double layOut(QTextLayout& layout, double width)
{
    layout.setCacheEnabled(true); // it is drawn at once: the letters need not be found again
    layout.beginLayout();
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += std::ceil(line.height() * 1.12);
    }
    layout.endLayout();
    return height;
}

} // namespace

Narration::Narration(QWidget* parent)
    : QWidget(parent)
{
    installInterface<Narration, NarrationInterface>();
    quiet_.setSingleShot(true);
    quiet_.setInterval(announceAfter);
    connect(&quiet_, &QTimer::timeout, this, &Narration::announce);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Narration::setText(const QString& sentences)
{
    if (sentences == text_)
        return;
    text_ = sentences;
    quiet_.start();
    update();
}

QString Narration::plainText() const
{
    return readStars(text_).text;
}

void Narration::setTheme(const Theme& theme)
{
    theme_ = &theme;
    updateGeometry();
    update();
}

QSize Narration::sizeHint() const
{
    return {540, int(std::ceil(lineCount() * std::ceil(lineHeight(uiFont(13.5)) * 1.12))) + 2};
}

QSize Narration::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void Narration::paintEvent(QPaintEvent*)
{
    const Marked marked = readStars(text_);
    QPainter painter(this);
    painter.setPen(theme_->ink);
    // A sentence that needs a third line is set smaller before anything is lost.
    for (const double pixels : {13.5, 12.5, 11.5}) {
        QTextLayout layout(marked.text, uiFont(pixels));
        layout.setFormats(marked.strong);
        const double height = layOut(layout, width());
        const bool fits = layout.lineCount() <= lineCount() && height <= this->height() + 0.5;
        if (!fits && pixels > 11.5)
            continue;
        if (!fits)
            TextFitRecord::note(marked.text);
        layout.draw(&painter, QPointF(0, 0));
        return;
    }
}

void Narration::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    emit announced(plainText());
}

} // namespace tangent
