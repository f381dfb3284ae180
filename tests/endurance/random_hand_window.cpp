// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand does to the window as a whole.
#include "app/lab/registry.h"
#include "app/note/note_panel.h"
#include "app/note/note_view.h"
#include "app/window/lab_panel.h"
#include "app/window/topics_panel.h"
#include "app/window/twin_view.h"
#include "tests/contract/random_state.h"
#include "tests/endurance/random_hand.h"

#include <QApplication>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QToolButton>

namespace tangent::tests {

/// Opens or closes the second state, or does something to it.
void RandomHand::twin()
{
    if (!window_.twin() || below(4) == 0) {
        send(QStringLiteral("Ctrl+2"));
        return;
    }
    window_.twin()->lab().setFocus();
    static const char* const all[]{"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+0"};
    if (below(2) == 0)
        send(QString::fromLatin1(all[below(int(std::size(all)))]));
    else
        change(window_.twin()->experiment());
}

void RandomHand::sweep()
{
    send(QStringLiteral("Ctrl+E"));
}

void RandomHand::drop()
{
    static const char* const names[]{"table.csv", "table.csv", "words.tsv", "broken.csv", "state.tangent",
        "broken.tangent", "talk.md", "nothing.bin"};
    const QString name = QString::fromLatin1(names[below(int(std::size(names)))]);
    last_ += QLatin1Char(' ') + name;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(files_.filePath(name))});
    QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window_, &event);
}

void RandomHand::size()
{
    static const QSize sizes[]{{960, 600}, {1280, 800}, {1199, 700}, {1920, 1080}, {1000, 1000}};
    window_.resize(sizes[below(int(std::size(sizes)))]);
}

void RandomHand::look()
{
    static const char* const names[]{"Look: light", "Look: dark", "Text: large", "Text: normal", "Motion"};
    const QString name = QString::fromLatin1(names[below(int(std::size(names)))]);
    last_ += QLatin1Char(' ') + name;
    for (QAction* action : window_.actions()) {
        if (action->text() == name)
            action->trigger();
    }
}

void RandomHand::present()
{
    send(QStringLiteral("F5"));
    for (int i = below(5); i > 0 && window_.presenter(); --i) {
        static const Qt::Key keys[]{Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_B, Qt::Key_G};
        QTest::keyClick(&window_, keys[below(int(std::size(keys)))]);
        QCoreApplication::processEvents();
    }
    if (window_.presenter() && below(3) > 0)
        QTest::keyClick(&window_, Qt::Key_Escape);
}

void RandomHand::topic()
{
    const auto& labs = allLabs();
    emit window_.topics().topicChosen(labs[random_.below(labs.size())]->info().id);
}

void RandomHand::search()
{
    send(QStringLiteral("Ctrl+K"));
    if (QWidget* field = QApplication::focusWidget(); field && window_.isAncestorOf(field)) {
        static const char* const words[]{"rate", "cluster", "zzz", "a", "roc curve", "policy"};
        QTest::keyClicks(field, QLatin1String(words[below(int(std::size(words)))]));
        QTest::keyClick(field, below(2) ? Qt::Key_Return : Qt::Key_Escape);
    }
}

void RandomHand::noteLink()
{
    const Note& note = window_.note().view()->note();
    if (note.tryIt.empty())
        return;
    const auto& steps = note.tryIt[random_.below(note.tryIt.size())].steps;
    if (steps.empty())
        return;
    const auto& step = steps[random_.below(steps.size())];
    last_ += QLatin1Char(' ') + step.query;
    emit window_.note().labLink(step.query, step.fromDefaults);
}

void RandomHand::preset()
{
    const auto presets = window_.experiment().lab().presets();
    if (presets.empty())
        return;
    const Preset& one = presets[random_.below(presets.size())];
    last_ += QLatin1Char(' ') + one.key;
    emit window_.lab().queryWanted(one.query, true);
}

void RandomHand::otherData()
{
    const auto names = window_.experiment().catalogue().names();
    Intent intent;
    intent.values[QStringLiteral("data")] = names[random_.below(names.size())].name;
    window_.experiment().apply(intent);
}

void RandomHand::value()
{
    change(window_.experiment());
}

/// One parameter gets another value.
void RandomHand::change(Experiment& experiment)
{
    const Parameters& declared = experiment.current().parameters;
    const Parameter& parameter = declared[random_.below(declared.size())];
    last_ += QLatin1Char(' ') + parameter.key;
    Intent intent;
    intent.values[parameter.key] = randomValue(parameter, random_);
    experiment.apply(intent);
}

/// Opens a menu and walks in it; what it lets fall is turned away.
void RandomHand::popup()
{
    QWidget* button = anyWidget([](QWidget* one) {
        auto* tool = qobject_cast<QToolButton*>(one);
        return tool && tool->menu();
    });
    if (!button)
        return;
    QTimer::singleShot(0, this, [this] {
        for (int i = below(6); i >= 0; --i) {
            if (QWidget* menu = QApplication::activePopupWidget())
                QTest::keyClick(menu, below(4) == 0 ? Qt::Key_Right : Qt::Key_Down);
        }
        if (QWidget* menu = QApplication::activePopupWidget())
            QTest::keyClick(menu, below(3) == 0 ? Qt::Key_Escape : Qt::Key_Return);
    });
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace tangent::tests
