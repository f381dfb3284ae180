// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/lab_panel.h"

#include "app/lab/drawing.h"
#include "app/window/data_button.h"
#include "app/window/definition_popover.h"
#include "app/window/drawn_shapes.h"
#include "app/window/preset_bar.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace tangent {

namespace {

constexpr int staleMilliseconds = 60;     // shorter than this nobody sees grey
constexpr int progressMilliseconds = 200; // as the design asks
constexpr int headerGap = 8;

/// Whether the room of a part stays while it is hidden.
void keepRoom(QWidget* part, bool stays)
{
    QSizePolicy policy = part->sizePolicy();
    policy.setRetainSizeWhenHidden(stays);
    part->setSizePolicy(policy);
}

} // namespace

LabPanel::LabPanel(Experiment& experiment, FormulaLibrary& formulas, QWidget* parent)
    : QWidget(parent)
    , experiment_(experiment)
    , presets_(new PresetBar(this))
    , data_(new DataButton(experiment, this))
    , messages_(new MessageStrip(this))
    , figures_(new FigureLayout(this))
    , readouts_(new ReadoutBar(this))
    , narration_(new Narration(this))
    , player_(new Player(this))
    , parameters_(new ParameterPanel(this))
    , progress_(new QProgressBar(this))
    , definition_(new DefinitionPopover(formulas, this))
    , flashes_(new FlashOverlay(this))
{
    setFocusPolicy(Qt::ClickFocus);
    setObjectName(QStringLiteral("lab"));
    auto* header = new QHBoxLayout;
    header->setSpacing(headerGap);
    header->addWidget(presets_, 1);
    header->addWidget(data_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, 10, margin, 8);
    column->setSpacing(6);
    column->addLayout(header);
    column->addWidget(messages_);
    column->addWidget(progress_);
    column->addWidget(figures_, 1);
    column->addWidget(readouts_);
    column->addWidget(narration_);
    column->addWidget(player_);
    column->addWidget(parameters_);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(3);
    progress_->setRange(0, 1000);
    keepRoom(progress_, true);
    progress_->hide();
    staleAfter_.setSingleShot(true);
    staleAfter_.setInterval(staleMilliseconds);
    progressAfter_.setSingleShot(true);
    progressAfter_.setInterval(progressMilliseconds);

    const auto send = [this](const Intent& intent) { experiment_.apply(intent); };
    connect(figures_, &FigureLayout::intent, this, send);
    connect(figures_, &FigureLayout::tabChosen, this, &LabPanel::figureChosen);
    figures_->setShapes(shapeOffers());
    connect(figures_, &FigureLayout::emptySheetWanted, this, &LabPanel::emptySheet);
    connect(figures_, &FigureLayout::classRenamed, this,
        [this](const QString& column, const QString& word, const QString& name) {
            experiment_.apply(classRenamed(experiment_.kept(), column, word, name));
        });
    connect(parameters_, &ParameterPanel::intent, this, send);
    connect(player_, &Player::intent, this, send);
    connect(presets_, &PresetBar::presetChosen, this,
        [this](const QString& query) { emit queryWanted(query, true); });
    connect(data_, &DataButton::openFileWanted, this, &LabPanel::openDataWanted);
    connect(data_, &DataButton::tableWanted, this, &LabPanel::dataWindowWanted);
    connect(data_, &DataButton::saveTableWanted, this, &LabPanel::saveTableWanted);
    connect(data_, &DataButton::drawingWanted, this, &LabPanel::drawOnSheet);
    connect(readouts_, &ReadoutBar::definitionWanted, this, [this](const QString& key, const QRect& beside) {
        if (const Readout* readout = scene_.readout(key))
            definition_->open(*readout, beside, *theme_);
    });
    connect(readouts_, &ReadoutBar::pointed, this, &LabPanel::readoutPointed);
    connect(&experiment_, &Experiment::changed, this, &LabPanel::stateChanged);
    connect(&experiment_, &Experiment::complained, this, [this](const Complaints& complaints) {
        QStringList sentences;
        for (const Complaint& complaint : complaints)
            sentences << complaint.sentence;
        messages_->setComplaints(sentences);
    });
    connect(&runner_, &Runner::sceneReady, this, [this](const Scene& scene) { showScene(scene); });
    connect(&runner_, &Runner::progressed, this,
        [this](double share) { progress_->setValue(int(1000 * share)); });
    connect(&staleAfter_, &QTimer::timeout, this, [this] { readouts_->setStale(runner_.isBusy()); });
    connect(&progressAfter_, &QTimer::timeout, this, [this] { progress_->setVisible(runner_.isBusy()); });
}

/// A field that loses the focus while it is deleted commits its number: to nobody any more.
LabPanel::~LabPanel()
{
    for (QObject* child : children())
        child->disconnect(this);
}

void LabPanel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    flashes_->setTheme(theme);
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Window, theme.surface);
    setPalette(colours);
    setAutoFillBackground(true);
    presets_->setTheme(theme);
    data_->setTheme(theme);
    messages_->setTheme(theme);
    figures_->setTheme(theme);
    readouts_->setTheme(theme);
    narration_->setTheme(theme);
    player_->setTheme(theme);
    parameters_->setTheme(theme);
    shareHeader();
}

Values LabPanel::shownValues() const
{
    return scene_.decided(experiment_.current().values);
}

void LabPanel::stateChanged(bool topicOrData)
{
    if (topicOrData) {
        messages_->setComplaints({});
        player_->stop();
        definition_->hide();
    }
    presets_->showLab(experiment_.lab(), experiment_.link());
    shareHeader();
    followState();
    runner_.request(experiment_.lab(), experiment_.current(), topicOrData);
    if (!staleAfter_.isActive())
        staleAfter_.start();
    if (!progressAfter_.isActive())
        progressAfter_.start();
}

/// Controls and handles follow the state at once; figures follow their scene.
void LabPanel::followState()
{
    const Settled& state = experiment_.current();
    const Values values = shownValues();
    QSet<QString> differing;
    for (const QString& key : experiment_.state().values.keys())
        differing.insert(key);
    if (markedKeys_)
        differing = *markedKeys_;
    figures_->setParameters(state.parameters);
    figures_->followValues(values);
    player_->followValues(values);
    parameters_->setParameters(state.parameters);
    parameters_->followValues(state.values, scene_.resolved, differing);
}

void LabPanel::showScene(const Scene& scene)
{
    scene_ = scene;
    showFigures();
    followState();
    narration_->setText(scene.narration);
    player_->setTimeline(companion_ ? std::nullopt : scene.timeline);
    if (companion_)
        keepRoom(player_, scene.timeline.has_value());
    if (!figures_->isInHand()) // the strip would push the plot away under the hand that draws
        messages_->setDiagnostics(scene.diagnostics);
    data_->setLine(scene.dataLine);
    if (!runner_.isBusy()) {
        staleAfter_.stop();
        progressAfter_.stop();
        readouts_->setStale(false);
        progress_->hide();
        progress_->setValue(0);
        flashIfComplete();
    }
    if (drawsNext_ && !runner_.isBehind())
        drawsNext_ = !figures_->startDrawing() && scene.partial;
    emit sceneShown();
}

void LabPanel::drawOnSheet()
{
    if (text(experiment_.current().values.value(QStringLiteral("data"))) == drawnTable)
        figures_->startDrawing();
    else
        emptySheet();
}

void LabPanel::emptySheet()
{
    Intent intent;
    intent.values[QStringLiteral("data")] = drawnTable;
    intent.values[QStringLiteral("patch")] = Value();
    drawsNext_ = true;
    experiment_.apply(intent);
}

void LabPanel::showFigures()
{
    const Scene shown = decoration_ ? decoration_(scene_) : scene_;
    figures_->showScene(shown);
    readouts_->showReadouts(shown.readouts);
}

void LabPanel::refreshDecoration()
{
    if (decoration_ && !scene_.figures.empty())
        showFigures();
}

void LabPanel::markKeys(const std::optional<QSet<QString>>& keys)
{
    if (markedKeys_ == keys)
        return;
    markedKeys_ = keys;
    followState();
}

void LabPanel::setCompanion(bool isOne)
{
    keepRoom(player_, isOne);
    companion_ = isOne;
}

void LabPanel::setDecoration(std::function<Scene(const Scene&)> decoration)
{
    const bool changes = bool(decoration) || bool(decoration_);
    decoration_ = std::move(decoration);
    if (changes && !scene_.figures.empty())
        showFigures();
}

void LabPanel::noteValues()
{
    noted_ = Noted{experiment_.state().topic, shownValues(), scene_.readouts, false};
}

void LabPanel::flashChanges()
{
    if (!noted_)
        return;
    noted_->hasArrived = true;
    if (!runner_.isBusy())
        flashIfComplete();
}

void LabPanel::flashIfComplete()
{
    if (!noted_ || !noted_->hasArrived || scene_.partial)
        return;
    if (noted_->topic == experiment_.state().topic)
        flashes_->flash(changedPlaces(*noted_));
    noted_.reset();
}

std::vector<QRectF> LabPanel::changedPlaces(const Noted& before) const
{
    QSet<QString> keys;
    std::vector<QRectF> places;
    const auto add = [&](const QWidget* part, const QRect& box) {
        if (!box.isEmpty())
            places.push_back(box.translated(part->pos()));
    };
    const Values now = shownValues();
    for (const Parameter& parameter : experiment_.current().parameters) {
        if (now.value(parameter.key) == before.values.value(parameter.key))
            continue;
        keys.insert(parameter.key);
        add(parameters_, parameters_->rowBox(parameter.key));
        if (parameter.kind == Parameter::Kind::Step && player_->isVisible())
            add(player_, player_->rect());
    }
    for (const Readout& readout : scene_.readouts) {
        const auto old = std::find_if(before.readouts.begin(), before.readouts.end(),
            [&](const Readout& one) { return one.key == readout.key; });
        if (old == before.readouts.end() || !(old->value == readout.value))
            add(readouts_, readouts_->readoutBox(readout.key));
    }
    for (const QRectF& place : figures_->placesWriting(keys))
        places.push_back(place.translated(figures_->pos()));
    std::vector<QRectF> distinct; // several readouts may stand behind one button
    for (const QRectF& place : places)
        if (std::find(distinct.begin(), distinct.end(), place) == distinct.end())
            distinct.push_back(place);
    return distinct;
}

void LabPanel::light(const QString& key)
{
    const bool isReadout = scene_.readout(key) != nullptr;
    readouts_->light(isReadout ? key : QString());
    parameters_->light(isReadout ? QString() : key);
}

/// The presets come before the words on the data, which the button's tip repeats.
void LabPanel::shareHeader()
{
    data_->fitInto(width() - 2 * margin - presets_->wantedWidth() - headerGap);
}

void LabPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareHeader();
}

void LabPanel::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        player_->togglePlay();
        return;
    case Qt::Key_Period:
        player_->stepForward();
        return;
    case Qt::Key_Comma:
        player_->stepBack();
        return;
    case Qt::Key_D:
        if (event->modifiers() == Qt::NoModifier && toggleDrawing())
            return;
        QWidget::keyPressEvent(event);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void LabPanel::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    QWidget::mousePressEvent(event);
}

} // namespace tangent
