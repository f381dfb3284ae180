// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/note/note_panel.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"
#include "tests/support/test_program.h"
#include "widgets/views/controls/parameter_row.h"

#include <QScrollBar>

/// What the tests of the window share.
namespace tangent::tests {

/// The real window on a lab, at a size.
struct Room {
    MainWindow window{DataCatalogue::shared()};

    explicit Room(
        const QSize& size = QSize(1280, 800), const QString& link = QStringLiteral("gradient-descent"))
    {
        window.resize(size);
        window.openAnything(link);
        window.show();
        window.activateWindow();
        settle();
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            !window.lab().isBusy() && !window.lab().scene().figures.empty() && window.isActiveWindow(),
            10000);
    }
    NoteView* note() { return window.note().view(); }
    int span(const QString& href)
    {
        for (int i = 0; i < int(note()->spans().size()); ++i)
            if (note()->spans()[size_t(i)].href == href)
                return i;
        return -1;
    }
    /// Scrolls to a link of the note as the keyboard does, and gives its place.
    QPoint linkPlace(const QString& href)
    {
        note()->focusSpan(span(href));
        return note()->spanRect(span(href)).center();
    }
    void clickLink(const QString& href)
    {
        const QPoint place = linkPlace(href);
        QTest::mouseClick(note()->viewport(), Qt::LeftButton, {}, place);
    }
    QAction* action(const QString& text)
    {
        for (QAction* one : window.actions())
            if (one->text() == text)
                return one;
        return nullptr;
    }
    ParameterRow* row(const QString& key)
    {
        for (ParameterRow* one : window.findChildren<ParameterRow*>())
            if (one->parameter().key == key)
                return one;
        return nullptr;
    }
    QRect inWindow(const QWidget& part) { return {part.mapTo(&window, QPoint()), part.size()}; }
};

/// As on the first start, but for the hints, which would lie over the lab.
inline void forgetSettings()
{
    Settings().clear();
    Settings().setHintsSeen();
}

} // namespace tangent::tests
