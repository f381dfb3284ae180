// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sweep_panel.h"

#include "widgets/views/controls/slim_combo.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace tangent {

namespace {

constexpr int restMilliseconds = 200; // a hand that still drags starts nothing
constexpr int margin = 18;
constexpr int lineHeight = 30;
constexpr int gap = 8;

} // namespace

SweepPanel::SweepPanel(Experiment& experiment, QWidget* parent)
    : QWidget(parent)
    , experiment_(experiment)
    , parameters_(new SlimCombo(this))
    , readouts_(new SlimCombo(this))
    , against_(new QLabel(tr("against"), this))
    , close_(new QToolButton(this))
    , progress_(new QProgressBar(this))
    , view_(FigureView::make(Plot(), this))
    , running_(
          [this](const Sweep& grown) {
              sweep_ = grown;
              showSweep();
          },
          [this] { progress_->setVisible(isBusy()); })
{
    setObjectName(QStringLiteral("sweep"));
    readouts_->setAccessibleName(tr("Readout of the sweep"));
    parameters_->setAccessibleName(tr("Parameter of the sweep"));
    close_->setText(QStringLiteral("✕"));
    close_->setAutoRaise(true);
    close_->setAccessibleName(tr("Close the sweep"));
    close_->setToolTip(tr("Close the sweep"));
    progress_->setTextVisible(false);
    progress_->setFixedHeight(3);
    progress_->hide();
    startSoon_.setSingleShot(true);
    startSoon_.setInterval(restMilliseconds);
    connect(&startSoon_, &QTimer::timeout, this, &SweepPanel::start);
    connect(close_, &QToolButton::clicked, this, &SweepPanel::closed);
    connect(parameters_, &QComboBox::activated, this,
        [this](int index) { choose(parameters_->itemData(index).toString(), readout_); });
    connect(readouts_, &QComboBox::activated, this,
        [this](int index) { choose(parameter_, readouts_->itemData(index).toString()); });
    connect(
        view_.get(), &FigureView::intent, this, [this](const Intent& wanted) { experiment_.apply(wanted); });
    connect(&experiment_, &Experiment::changed, this, &SweepPanel::stateChanged);
}

SweepPanel::~SweepPanel()
{
    stop();
    view_->disconnect(this);
}

void SweepPanel::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setFont(uiFont(13));
    QPalette colours = theme.palette();
    colours.setColor(QPalette::Window, theme.surface);
    setPalette(colours);
    setAutoFillBackground(true);
    for (SlimCombo* combo : {parameters_, readouts_})
        combo->setTheme(theme);
    against_->setFont(uiFont(13));
    view_->setTheme(theme);
    update();
}

void SweepPanel::choose(const QString& parameter, const QString& readout)
{
    const Parameter* declared = findParameter(experiment_.current().parameters, parameter);
    const bool other = declared && canSweep(*declared) && parameter != parameter_;
    if (other)
        parameter_ = parameter;
    if (scene_.readout(readout))
        readout_ = readout;
    fillChoices();
    if (other)
        stateChanged();
    else
        showSweep();
}

void SweepPanel::followScene(const Scene& scene)
{
    scene_ = scene;
    if (!isVisible())
        return;
    fillChoices();
    stateChanged();
    view_->showFigure(view_->figure(), {handleNow()});
    view_->followValues(scene_.decided(experiment_.current().values));
}

/// The numbers of this lab; where the old choice is gone, the first primary ones.
void SweepPanel::fillChoices()
{
    const Settled& state = experiment_.current();
    const bool otherTopic = topic_ != state.state.topic;
    topic_ = state.state.topic;
    QList<QPair<QString, QString>> numbers;
    QString first;
    for (const Parameter& parameter : state.parameters) {
        if (!canSweep(parameter) || (!parameter.shown && parameter.kind != Parameter::Kind::Step))
            continue;
        numbers << qMakePair(parameter.key, parameter.label);
        if (first.isEmpty() && parameter.primary)
            first = parameter.key;
    }
    const auto isOffered = [&](const QString& key) {
        return std::any_of(numbers.begin(), numbers.end(), [&](const auto& one) { return one.first == key; });
    };
    if (otherTopic || !isOffered(parameter_))
        parameter_ = !first.isEmpty() ? first : numbers.isEmpty() ? QString() : numbers.front().first;
    QList<QPair<QString, QString>> values;
    for (const Readout& readout : scene_.readouts) {
        if (!std::holds_alternative<QString>(readout.value))
            values << qMakePair(readout.key, readout.label);
    }
    if (otherTopic || !scene_.readout(readout_))
        readout_ = values.isEmpty() ? QString() : values.front().first;
    const auto fill = [](SlimCombo* combo, const QList<QPair<QString, QString>>& items,
                          const QString& current) {
        if (combo->count() != items.size() || combo->property("keys") != QVariant::fromValue(items)) {
            combo->clear();
            for (const auto& [key, label] : items)
                combo->addItem(label, key);
            combo->setProperty("keys", QVariant::fromValue(items));
        }
        combo->setCurrentIndex(combo->findData(current));
    };
    fill(parameters_, numbers, parameter_);
    fill(readouts_, values, readout_);
    resizeEvent(nullptr);
}

void SweepPanel::stateChanged()
{
    if (!isVisible() || parameter_.isEmpty() || scene_.readouts.empty())
        return;
    State without = experiment_.current().state;
    without.values.remove(parameter_);
    if (without == without_ && sweep_.parameter.key == parameter_)
        return;
    without_ = without;
    stop();
    startSoon_.start();
}

void SweepPanel::start()
{
    auto plan =
        planSweep(experiment_.lab(), experiment_.current(), scene_, parameter_, experiment_.catalogue());
    if (!plan)
        return;
    progress_->setRange(0, int(plan->places.size()));
    progress_->setValue(0);
    progress_->show();
    running_.start([plan = std::move(*plan)](const std::atomic<bool>& stop, const auto& deliver) {
        Stages stages;
        deliver(runSweep(plan, stages, stop, deliver));
    });
}

void SweepPanel::stop()
{
    startSoon_.stop();
    running_.stop();
    progress_->hide();
}

Handle SweepPanel::handleNow() const
{
    const double at = number(scene_.decided(experiment_.current().values).value(sweep_.parameter.key));
    return sweepHandle(sweep_, readout_, at);
}

void SweepPanel::showSweep()
{
    if (sweep_.places.empty() || sweep_.parameter.key != parameter_)
        return;
    progress_->setValue(int(sweep_.done));
    view_->setParameters(experiment_.current().parameters);
    view_->showFigure(sweepFigure(sweep_, readout_), {handleNow()});
    view_->followValues(scene_.decided(experiment_.current().values));
}

void SweepPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fillChoices();
    without_ = {};
    stateChanged();
}

void SweepPanel::hideEvent(QHideEvent* event)
{
    stop();
    QWidget::hideEvent(event);
}

void SweepPanel::resizeEvent(QResizeEvent*)
{
    const int line = std::max(lineHeight, readouts_->sizeHint().height());
    int left = margin;
    const int top = 8;
    const auto put = [&](QWidget* part, int width) {
        part->setGeometry(left, top, width, line);
        left += width + gap;
    };
    // Both boxes as wide as their words need; where that is too much, the wider one gives way.
    const int words = against_->sizeHint().width();
    const int room = width() - 2 * margin - words - line - 3 * gap;
    const int first = readouts_->neededWidth();
    const int second = parameters_->neededWidth();
    put(readouts_, std::min(first, std::max(room / 2, room - second)));
    put(against_, words);
    put(parameters_, std::min(second, std::max(room / 2, room - first)));
    close_->setGeometry(width() - margin - line, top, line, line);
    progress_->setGeometry(margin, top + line + 3, width() - 2 * margin, 3);
    const int plot = top + line + 8;
    view_->setGeometry(margin, plot, width() - 2 * margin, std::max(0, height() - plot - 6));
}

void SweepPanel::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setPen(theme_->hairline);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace tangent
