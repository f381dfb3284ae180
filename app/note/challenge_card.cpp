// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/note/challenge_card.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace tangent {

namespace {

bool isNumeric(const Parameter& parameter)
{
    return parameter.kind != Parameter::Kind::Choice && parameter.kind != Parameter::Kind::Toggle;
}

int decimalsOf(const Parameter& parameter)
{
    if (parameter.kind != Parameter::Kind::Real)
        return 0;
    const double finest = parameter.logarithmic ? parameter.minimum : parameter.step;
    return finest > 0 ? std::clamp(int(std::ceil(-std::log10(finest))), 0, 4) : 4;
}

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

ChallengeCard::ChallengeCard(QWidget* parent)
    : QWidget(parent)
{
    build();
    setTheme(*theme_);
    hide();
}

void ChallengeCard::build()
{
    setAccessibleName(tr("Challenge"));
    setFocusPolicy(Qt::ClickFocus);
    title_ = new QLabel(tr("Challenge"), this);
    close_ = new QToolButton(this);
    close_->setText(QStringLiteral("×"));
    close_->setAutoRaise(true);
    close_->setAccessibleName(tr("Leave the challenge"));
    close_->setToolTip(tr("Leave the challenge"));
    task_ = wrapped(this);
    form_ = new QWidget(this);
    control_ = new QComboBox(form_);
    control_->setObjectName(QStringLiteral("guess-control"));
    control_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    control_->setMinimumContentsLength(8);
    way_ = new QComboBox(form_);
    way_->setObjectName(QStringLiteral("guess-way"));
    way_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    way_->setMinimumContentsLength(8);
    far_ = new QDoubleSpinBox(form_);
    far_->setObjectName(QStringLiteral("guess-far"));
    far_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    commit_ = new QPushButton(tr("This is my guess"), form_);
    commit_->setObjectName(QStringLiteral("guess-commit"));
    auto* controlLabel = new QLabel(tr("&Which control?"), form_);
    wayLabel_ = new QLabel(tr("Which &way?"), form_);
    farLabel_ = new QLabel(tr("How &far?"), form_);
    controlLabel->setBuddy(control_);
    wayLabel_->setBuddy(way_);
    farLabel_->setBuddy(far_);
    auto* rows = new QGridLayout(form_);
    rows->setContentsMargins(0, 2, 0, 0);
    rows->setVerticalSpacing(6);
    rows->setColumnStretch(1, 1);
    rows->addWidget(controlLabel, 0, 0);
    rows->addWidget(control_, 0, 1);
    rows->addWidget(wayLabel_, 1, 0);
    rows->addWidget(way_, 1, 1);
    rows->addWidget(farLabel_, 2, 0);
    rows->addWidget(far_, 2, 1);
    rows->addWidget(commit_, 3, 1, Qt::AlignRight);
    message_ = wrapped(this);
    warning_ = wrapped(this);
    solution_ = new QPushButton(tr("Show the solution"), this);
    solution_->setObjectName(QStringLiteral("solution"));
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(14, 10, 10, 12);
    layout->setVerticalSpacing(6);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(close_, 0, 1);
    layout->addWidget(task_, 1, 0, 1, 2);
    layout->addWidget(form_, 2, 0, 1, 2);
    layout->addWidget(message_, 3, 0, 1, 2);
    layout->addWidget(warning_, 4, 0, 1, 2);
    layout->addWidget(solution_, 5, 0, 1, 2, Qt::AlignRight);
    connect(close_, &QToolButton::clicked, this, &ChallengeCard::leave);
    connect(control_, &QComboBox::currentIndexChanged, this, &ChallengeCard::offerWays);
    connect(commit_, &QPushButton::clicked, this, &ChallengeCard::commit);
    connect(solution_, &QPushButton::clicked, this, [this] {
        const QString query = model_.takeSolution();
        keepFocus();
        refresh();
        emit solutionWanted(query);
    });
}

void ChallengeCard::setNote(const Note& note)
{
    QString sentence;
    const std::optional<Goal> goal =
        note.challenge.isEmpty() ? std::nullopt : parseGoal(note.challenge, &sentence);
    model_.setChallenge(note.topic, goal.value_or(Goal()), note.solution);
    text_ = note.challengeText;
    refresh();
}

void ChallengeCard::setTheme(const Theme& theme)
{
    theme_ = &theme;
    setPalette(theme.palette());
    setFont(uiFont(13.5));
    title_->setFont(uiFont(14, QFont::DemiBold));
    const auto paint = [](QLabel* label, const QColor& colour) {
        QPalette colours = label->palette();
        colours.setColor(QPalette::WindowText, colour);
        label->setPalette(colours);
    };
    paint(task_, theme.muted);
    paint(warning_, theme.warning);
    refresh();
}

void ChallengeCard::begin()
{
    model_.begin();
    if (model_.stage() != ChallengeModel::Stage::Guessing)
        return;
    emit started(model_.startQuery());
    offerControls();
    refresh();
    control_->setFocus(Qt::OtherFocusReason);
}

void ChallengeCard::leave()
{
    if (QWidget* focused = focusWidget(); focused && focused->hasFocus())
        focused->clearFocus();
    model_.leave();
    refresh();
}

/// The form is about to be hidden: its focus must not run on into the note and scroll it.
void ChallengeCard::keepFocus()
{
    if (focusWidget() && focusWidget()->hasFocus())
        setFocus(Qt::OtherFocusReason);
}

void ChallengeCard::offerControls()
{
    controls_ = model_.controls();
    control_->clear();
    for (const Parameter& parameter : controls_)
        control_->addItem(parameter.label);
    control_->addItem(tr("Something in the picture"));
    control_->setCurrentIndex(0);
    offerWays();
}

void ChallengeCard::offerWays()
{
    const int index = control_->currentIndex();
    const bool inPicture = index < 0 || index >= int(controls_.size());
    const bool numeric = !inPicture && isNumeric(controls_[size_t(index)]);
    way_->clear();
    if (numeric) {
        const Parameter& parameter = controls_[size_t(index)];
        way_->addItem(tr("Up"), 1);
        way_->addItem(tr("Down"), -1);
        far_->setDecimals(decimalsOf(parameter));
        far_->setRange(parameter.minimum, parameter.maximum);
        far_->setSuffix(parameter.unit.isEmpty() ? QString() : QLatin1Char(' ') + parameter.unit);
        far_->setValue(number(model_.standing(parameter.key)));
    } else if (!inPicture && controls_[size_t(index)].kind == Parameter::Kind::Toggle) {
        way_->addItem(tr("On"), QStringLiteral("true"));
        way_->addItem(tr("Off"), QStringLiteral("false"));
    } else if (!inPicture) {
        for (const Choice& choice : controls_[size_t(index)].choices)
            way_->addItem(choice.label, choice.token);
    }
    wayLabel_->setVisible(!inPicture);
    way_->setVisible(!inPicture);
    farLabel_->setVisible(numeric);
    far_->setVisible(numeric);
}

void ChallengeCard::commit()
{
    Guess guess;
    const int index = control_->currentIndex();
    if (index >= 0 && index < int(controls_.size())) {
        const Parameter& parameter = controls_[size_t(index)];
        guess.key = parameter.key;
        if (isNumeric(parameter)) {
            guess.direction = way_->currentData().toInt();
            if (far_->value() != number(model_.standing(parameter.key)))
                guess.target = far_->value();
        } else {
            guess.token = way_->currentData().toString();
        }
    }
    model_.commit(guess);
    keepFocus();
    refresh();
}

void ChallengeCard::followScene(const Scene& scene, const Values& values, const Parameters& parameters)
{
    const bool isNew = model_.follow(scene, values, parameters);
    if (model_.stage() == ChallengeModel::Stage::Resting)
        return;
    // The start may have brought other controls than those that were there when the card opened.
    if (model_.stage() == ChallengeModel::Stage::Guessing && !(model_.controls() == controls_))
        offerControls();
    refresh();
    if (isNew)
        emit reached(model_.topic(), !model_.tookSolution());
}

void ChallengeCard::refresh()
{
    const ChallengeModel::Stage stage = model_.stage();
    const auto write = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    title_->setText(stage != ChallengeModel::Stage::Reached ? tr("Challenge")
            : model_.tookSolution()                         ? tr("Challenge: solution")
                                                            : tr("Challenge: reached"));
    write(task_, stage == ChallengeModel::Stage::Guessing ? text_ : QString());
    form_->setVisible(stage == ChallengeModel::Stage::Guessing);
    QString message;
    if (stage == ChallengeModel::Stage::Trying)
        message = model_.tookSolution() ? tr("Your guess: %1. Here is the solution.").arg(model_.guessText())
                                        : tr("Your guess: %1. Now try it.").arg(model_.guessText());
    else if (stage == ChallengeModel::Stage::Reached)
        message = model_.verdict();
    write(message_, message);
    write(warning_, model_.strayed().join(QLatin1Char(' ')));
    solution_->setVisible(model_.offersSolution() && !model_.tookSolution());
    setVisible(stage != ChallengeModel::Stage::Resting);
    QPalette colours = title_->palette();
    colours.setColor(
        QPalette::WindowText, stage == ChallengeModel::Stage::Reached ? theme_->good : theme_->ink);
    title_->setPalette(colours);
}

void ChallengeCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void ChallengeCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isReached = model_.stage() == ChallengeModel::Stage::Reached;
    painter.setPen(QPen(isReached ? theme_->good : theme_->hairline, 1));
    painter.setBrush(theme_->surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9);
}

} // namespace tangent
