// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/take_away/take_away_dialog.h"

#include "app/take_away/tables.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPixmap>
#include <QPushButton>

namespace tangent {

namespace {

constexpr QSize previewSize(420, 264);

} // namespace

TakeAwayDialog::TakeAwayDialog(const Subject& subject, bool dark, QWidget* parent)
    : QDialog(parent)
    , subject_(subject)
    , figure_(new QComboBox(this))
    , format_(new QComboBox(this))
    , size_(new QComboBox(this))
    , scale_(new QDoubleSpinBox(this))
    , look_(new QComboBox(this))
    , table_(new QComboBox(this))
    , preview_(new QLabel(this))
{
    setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    setWindowTitle(tr("Take away"));
    figure_->addItem(tr("All figures"), QString());
    for (const Figure& figure : subject.scene.figures)
        figure_->addItem(figure.title, figure.key);
    for (const char* suffix : {"png", "svg", "pdf"})
        format_->addItem(QString::fromLatin1(suffix).toUpper(), QString::fromLatin1(suffix));
    for (const QSize size : {QSize(1280, 800), QSize(960, 600), QSize(1920, 1080), QSize(800, 800)})
        size_->addItem(tr("%1 × %2").arg(size.width()).arg(size.height()), size);
    scale_->setRange(0.5, 8);
    scale_->setSingleStep(0.5);
    scale_->setDecimals(1);
    scale_->setValue(2);
    scale_->setPrefix(tr("scale "));
    look_->addItem(tr("Light"), false);
    look_->addItem(tr("Dark"), true);
    look_->setCurrentIndex(dark ? 1 : 0);
    table_->addItem(tr("All tables, as a folder"));
    for (const DataTable& table : tablesOf(subject.scene))
        table_->addItem(table.key);
    figure_->setAccessibleName(tr("Figure"));
    format_->setAccessibleName(tr("Format"));
    size_->setAccessibleName(tr("Size"));
    scale_->setAccessibleName(tr("Scale"));
    look_->setAccessibleName(tr("Look"));
    table_->setAccessibleName(tr("Table"));
    preview_->setFixedSize(previewSize);
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setAccessibleName(tr("Preview"));

    auto* grid = new QGridLayout(this);
    grid->setSpacing(8);
    const auto heading = [&](int row, const QString& text) {
        grid->addWidget(new QLabel(QStringLiteral("<b>%1</b>").arg(text), this), row, 0);
    };
    const auto button = [&](const QString& text, void (TakeAwayDialog::*wanted)()) {
        auto* made = new QPushButton(text, this);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, wanted);
        return made;
    };
    heading(0, tr("Picture"));
    grid->addWidget(preview_, 1, 0, 1, 5);
    grid->addWidget(figure_, 2, 0);
    grid->addWidget(format_, 2, 1);
    grid->addWidget(size_, 2, 2);
    grid->addWidget(scale_, 2, 3);
    grid->addWidget(look_, 2, 4);
    grid->addWidget(button(tr("Save picture…"), &TakeAwayDialog::pictureWanted), 3, 4);
    heading(4, tr("Data behind it"));
    grid->addWidget(table_, 5, 0, 1, 2);
    grid->addWidget(button(tr("Save CSV…"), &TakeAwayDialog::dataWanted), 5, 4);
    heading(6, tr("State"));
    grid->addWidget(button(tr("Copy link"), &TakeAwayDialog::linkWanted), 7, 3);
    grid->addWidget(button(tr("Save state…"), &TakeAwayDialog::stateWanted), 7, 4);
    heading(8, tr("Hand-out"));
    grid->addWidget(
        new QLabel(tr("Each item of Try it with its picture and words, as PDF."), this), 9, 0, 1, 4);
    grid->addWidget(button(tr("Save hand-out…"), &TakeAwayDialog::handoutWanted), 9, 4);
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    grid->addWidget(close, 10, 0, 1, 5);

    for (QComboBox* box : {figure_, size_, look_})
        connect(box, &QComboBox::currentIndexChanged, this, &TakeAwayDialog::showPreview);
    connect(format_, &QComboBox::currentIndexChanged, this,
        [this] { scale_->setEnabled(pictureSuffix() == QLatin1String("png")); }); // vectors have no pixels
    showPreview();
}

PictureOptions TakeAwayDialog::pictureOptions() const
{
    PictureOptions options;
    options.size = size_->currentData().toSize();
    options.scale = pictureSuffix() == QLatin1String("png") ? scale_->value() : 1;
    options.dark = look_->currentData().toBool();
    options.figure = figure_->currentData().toString();
    return options;
}

QString TakeAwayDialog::pictureSuffix() const
{
    return format_->currentData().toString();
}

int TakeAwayDialog::table() const
{
    return table_->currentIndex() - 1;
}

void TakeAwayDialog::showPreview()
{
    PictureOptions options = pictureOptions();
    options.scale = 1;
    QString complaint;
    const auto bytes = pictureOf(subject_, options, QStringLiteral("png"), &complaint);
    QPixmap picture;
    if (bytes && picture.loadFromData(*bytes, "PNG"))
        preview_->setPixmap(picture.scaled(previewSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    else
        preview_->setText(complaint);
}

} // namespace tangent
