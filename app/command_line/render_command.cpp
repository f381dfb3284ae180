// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line/command_line.h"
#include "app/command_line/window_picture.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace tangent {

namespace {

constexpr int largestSide = 8192;

/// Reads --size, --scale and --theme; a sentence when one of them is off.
bool readOptions(const QCommandLineParser& parser, PictureOptions* options, QString* complaint)
{
    static const QRegularExpression sizeForm(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto match = sizeForm.match(parser.value(QStringLiteral("size")));
    options->size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    const QSize least(200, 150);
    if (!match.hasMatch() || options->size.expandedTo(least) != options->size
        || options->size.boundedTo(QSize(largestSide, largestSide)) != options->size) {
        *complaint = QStringLiteral("--size takes WIDTHxHEIGHT from 200x150 to 8192x8192, not “%1”.")
                         .arg(parser.value(QStringLiteral("size")));
        return false;
    }
    bool isNumber = false;
    options->scale = parser.value(QStringLiteral("scale")).toDouble(&isNumber);
    if (!isNumber || options->scale < 0.5 || options->scale > 8
        || options->scale * std::max(options->size.width(), options->size.height()) > 2 * largestSide) {
        *complaint = QStringLiteral(
            "--scale takes a number from 0.5 to 8 (and no picture wider than 16384 pixels), not “%1”.")
                         .arg(parser.value(QStringLiteral("scale")));
        return false;
    }
    const QString theme = parser.value(QStringLiteral("theme"));
    if (theme != QLatin1String("light") && theme != QLatin1String("dark")) {
        *complaint = QStringLiteral("--theme takes light or dark, not “%1”.").arg(theme);
        return false;
    }
    options->dark = theme == QLatin1String("dark");
    options->figure = parser.value(QStringLiteral("figure"));
    return true;
}

} // namespace

int runRender(const QStringList& arguments, DataCatalogue& catalogue, Streams* streams)
{
    QCommandLineParser parser;
    parser.addOptions({
        {QStringLiteral("o"), QStringLiteral("The picture to write."), QStringLiteral("OUT.png|svg|pdf")},
        {QStringLiteral("size"), QStringLiteral("In logical pixels."), QStringLiteral("1280x800"),
            QStringLiteral("1280x800")},
        {QStringLiteral("scale"), QStringLiteral("Device pixels to a logical one."), QStringLiteral("1"),
            QStringLiteral("1")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("light"),
            QStringLiteral("light")},
        {QStringLiteral("figure"), QStringLiteral("One figure alone."), QStringLiteral("KEY")},
        {QStringLiteral("window"), QStringLiteral("The whole window.")},
    });
    addInputOptions(&parser);
    parser.addPositionalArgument(
        QStringLiteral("LINK"), QStringLiteral("The state, as a link or a .tangent file."));
    int exitCode = exitDone;
    if (!parseCommand(&parser, arguments, 1, streams, &exitCode))
        return exitCode;
    PictureOptions options;
    QString complaint;
    const QString path = parser.value(QStringLiteral("o"));
    if (path.isEmpty())
        complaint = QStringLiteral("Say where to: -o OUT.png, OUT.svg or OUT.pdf.");
    if (!complaint.isEmpty() || !readOptions(parser, &options, &complaint)) {
        streams->err += complaint + QLatin1Char('\n');
        return exitInput;
    }
    const auto subject = subjectOf(parser.positionalArguments().first(), parser, catalogue, streams);
    if (!subject)
        return exitInput;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool wantsWindow = parser.isSet(QStringLiteral("window"));
    std::optional<QByteArray> picture;
    if (!wantsWindow)
        picture = pictureOf(*subject, options, suffix, &complaint);
    else if (suffix == QLatin1String("png"))
        picture = windowPictureOf(*subject, options, catalogue);
    else
        complaint = QStringLiteral("A picture of the window can only be a PNG.");
    if (!picture) {
        streams->err += complaint + QLatin1Char('\n');
        return exitInput;
    }
    return writeFile(path, *picture, streams) ? exitDone : exitMachine;
}

} // namespace tangent
