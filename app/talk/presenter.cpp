// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/talk/presenter.h"

#include "app/experiment/experiment.h"
#include "app/experiment/glide.h"
#include "app/lab/registry.h"
#include "app/talk/caption_bar.h"
#include "app/talk/curtain.h"
#include "app/talk/prediction_pad.h"
#include "app/window/lab_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

namespace tangent {

namespace {

/// "k=3" and the like of a query, presets written out.
QSet<QString> pairsOf(const QString& query, const Lab& lab)
{
    QSet<QString> pairs;
    for (const QString& pair : query.split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        const QString preset = QStringLiteral("preset=");
        if (!pair.startsWith(preset)) {
            pairs.insert(pair);
            continue;
        }
        for (const Preset& one : lab.presets())
            if (one.key == pair.mid(preset.size()))
                pairs |= pairsOf(one.query, lab);
    }
    return pairs;
}

/// Letters belong to whoever types.
bool isTyping()
{
    const QWidget* focus = QApplication::focusWidget();
    return qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QPlainTextEdit*>(focus);
}

} // namespace

Presenter::Presenter(const Talk& talk, const Parts& parts, QObject* parent)
    : QObject(parent)
    , talk_(talk)
    , parts_(parts)
{
    clock_.start();
    qApp->installEventFilter(this);
    parts_.lab.showNarration(false);
    connect(&parts_.lab, &LabPanel::sceneShown, this, &Presenter::followScene);
    connect(&parts_.caption, &CaptionBar::skipped, this, &Presenter::forward);
    connect(&parts_.caption, &CaptionBar::numberGuessed, this, [this](double number) {
        if (!asked_ || asked_->kind != Prediction::Kind::Number)
            return;
        Prediction guess = *asked_;
        guess.number = number;
        take(guess);
    });
}

Presenter::~Presenter()
{
    qApp->removeEventFilter(this);
    parts_.lab.setDecoration({});
    parts_.lab.showNarration(true);
    parts_.lab.showControls({});
    parts_.curtain.setMode(Curtain::Mode::Open);
    delete pad_;
}

const TalkStop* Presenter::next() const
{
    return index_ + 1 < int(talk_.stops.size()) ? &talk_.stops[size_t(index_ + 1)] : nullptr;
}

void Presenter::forward()
{
    const TalkStop* stop = next();
    if (!stop)
        return;
    if (!asked_ && !stop->ask.isEmpty())
        ask(stop->ask, stop->question);
    else
        goTo(index_ + 1);
}

void Presenter::back()
{
    if (asked_)
        goTo(index_); // the question is taken back
    else if (index_ > 0)
        goTo(index_ - 1);
}

void Presenter::goTo(int index)
{
    endQuestion();
    guess_.reset();
    parts_.lab.setDecoration({});
    parts_.lab.stopPlaying();
    parts_.glide.finish();
    index_ = index;
    const TalkStop& stop = talk_.stops[size_t(index)];
    parts_.caption.showStop(stop, index, int(talk_.stops.size()));
    QString complaint;
    const auto request = readLink(stop.link(), &complaint);
    const Lab* lab = request ? findLab(request->topic) : nullptr;
    if (lab && parts_.experiment.isOpen() && parts_.experiment.state().topic == stop.topic)
        parts_.glide.to(stop.query, true);
    else if (lab)
        parts_.experiment.open(*lab, *request);
    parts_.lab.showControls(movedKeys());
    parts_.lab.setFocus();
    emit stopChanged();
}

/// The parameters that this stop sets otherwise than the one before it; the first stop of a lab: all it sets.
QSet<QString> Presenter::movedKeys() const
{
    const TalkStop& stop = talk_.stops[size_t(index_)];
    const Lab* lab = findLab(stop.topic);
    if (!lab)
        return {};
    const QSet<QString> now = pairsOf(stop.query, *lab);
    QSet<QString> moved = now;
    if (index_ > 0 && talk_.stops[size_t(index_ - 1)].topic == stop.topic) {
        const QSet<QString> before = pairsOf(talk_.stops[size_t(index_ - 1)].query, *lab);
        moved = (now - before) + (before - now);
    }
    QSet<QString> keys;
    for (const QString& pair : moved)
        keys.insert(pair.section(QLatin1Char('='), 0, 0));
    return keys;
}

void Presenter::follow(const QString& query, bool fromDefaults)
{
    parts_.lab.stopPlaying();
    parts_.glide.finish();
    parts_.glide.to(query, fromDefaults);
}

void Presenter::ask(const QString& key, const QString& question)
{
    endQuestion();
    asked_ = questionAt(parts_.lab.scene(), key);
    if (!asked_) { // the next stop is in another lab: there is nothing here to point at
        if (next())
            goTo(index_ + 1);
        return;
    }
    parts_.caption.ask(question.isEmpty() ? questionText(*asked_) : question, asked_->kind);
    parts_.lab.bringForward(asked_->figure);
    auto* plot = qobject_cast<PlotView*>(parts_.lab.figureView(asked_->figure));
    if (asked_->kind == Prediction::Kind::Number || !plot)
        return;
    pad_ = new PredictionPad(*plot, asked_->kind);
    connect(pad_, &PredictionPad::given, this, [this](const std::vector<QPointF>& points) {
        Prediction guess = *asked_;
        guess.points = points;
        take(guess);
    });
}

/// Offers the numbers that stand under the picture, and the places and curves in it.
void Presenter::askAnything()
{
    auto* menu = new QMenu(&parts_.caption);
    menu->setAttribute(Qt::WA_WindowPropagation); // the palette of the window
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::optional<Prediction::Kind> before;
    for (const Prediction& one : questionsIn(parts_.lab.scene())) {
        if (before && *before != one.kind)
            menu->addSeparator();
        before = one.kind;
        menu->addAction(questionText(one), this, [this, key = one.key] { ask(key, {}); });
    }
    menu->popup(parts_.caption.mapToGlobal(QPoint(0, 0)));
}

void Presenter::take(Prediction guess)
{
    if (next())
        goTo(index_ + 1);
    else
        endQuestion();
    guess_ = std::move(guess);
    parts_.lab.setDecoration([said = *guess_](const Scene& scene) { return withPrediction(scene, said); });
    followScene();
}

void Presenter::endQuestion()
{
    asked_.reset();
    if (pad_)
        pad_->deleteLater();
    pad_.clear();
}

void Presenter::followScene()
{
    parts_.caption.followScene(parts_.lab.scene());
    if (guess_)
        parts_.caption.showVerdict(parts_.lab.isBusy() ? QString() : verdict(*guess_, parts_.lab.scene()));
}

bool Presenter::keyPressed(const QKeyEvent& event, bool inOwnWindow)
{
    const auto turn = [this](Curtain::Mode mode) {
        parts_.curtain.setMode(parts_.curtain.mode() == mode ? Curtain::Mode::Open : mode);
    };
    switch (event.key()) {
    case Qt::Key_PageDown:
        forward();
        return true;
    case Qt::Key_PageUp:
        back();
        return true;
    case Qt::Key_Escape:
    case Qt::Key_F5:
        emit ended();
        return true;
    default:
        break;
    }
    if (isTyping() || event.modifiers() != Qt::NoModifier)
        return false;
    if (event.key() == Qt::Key_B || event.key() == Qt::Key_G) {
        if (event.key() == Qt::Key_B)
            turn(Curtain::Mode::Blank);
        else
            askAnything();
        return true;
    }
    if (event.key() == Qt::Key_X) {
        emit screensSwapped();
        return true;
    }
    if (inOwnWindow && event.key() == Qt::Key_Space) {
        parts_.lab.togglePlay();
        return true;
    }
    if (event.key() != Qt::Key_S)
        return false;
    if (!event.isAutoRepeat())
        parts_.curtain.setMode(Curtain::Mode::Spotlight);
    return true;
}

bool Presenter::eventFilter(QObject* watched, QEvent* event)
{
    // Shortcuts are offered first; what is taken here must not also be one of the window's.
    const QWidget* window = watched->isWidgetType() ? static_cast<QWidget*>(watched)->window() : nullptr;
    const bool inOwnWindow = window && window == ownWindow_;
    if (!inOwnWindow && (!window || window != parts_.lab.window()))
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_F5) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress)
        return keyPressed(*static_cast<QKeyEvent*>(event), inOwnWindow);
    if (event->type() == QEvent::KeyRelease) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_S && !key->isAutoRepeat()
            && parts_.curtain.mode() == Curtain::Mode::Spotlight) {
            parts_.curtain.setMode(Curtain::Mode::Open);
            return true;
        }
    }
    return false;
}

} // namespace tangent
