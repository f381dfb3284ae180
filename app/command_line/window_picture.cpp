// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/window_picture.h"

#include "app/lab/link.h"
#include "app/window/lab_panel.h"
#include "app/window/main_window.h"

#include <QEventLoop>
#include <QTimer>

namespace tangent {

namespace {

constexpr int longestWaitMilliseconds = 60000;

} // namespace

QByteArray windowPictureOf(const Subject& subject, const PictureOptions& options, DataCatalogue& catalogue)
{
    MainWindow window(catalogue);
    window.setStill();
    window.setTheme(options.theme());
    window.resize(options.size);
    window.experiment().open(*subject.lab, Request(subject.settled.state));
    window.show();
    QEventLoop untilFinal;
    QObject::connect(&window.lab(), &LabPanel::sceneShown, &untilFinal, [&] {
        if (!window.lab().isBusy())
            untilFinal.quit();
    });
    QTimer::singleShot(longestWaitMilliseconds, &untilFinal, &QEventLoop::quit);
    if (window.lab().isBusy())
        untilFinal.exec();
    QCoreApplication::sendPostedEvents();
    QImage image((QSizeF(options.size) * options.scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(options.scale);
    window.render(&image);
    return pngOf(image);
}

} // namespace tangent
