// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/whole_file.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <algorithm>

namespace tangent {

namespace {

constexpr qsizetype pieceBytes = 1 << 20; // between two questions whether to go on

} // namespace

QString writeWholeFile(const QString& path, std::initializer_list<QByteArrayView> parts, const GoOn& goOn)
{
    QSaveFile file(path);
    // Unbuffered: what is still in Qt 6.4's buffer at the end is lost without a word when the disk is full,
    // and the cut file then replaces the old one.
    bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    qsizetype all = 0;
    for (const QByteArrayView part : parts)
        all += part.size();
    qsizetype done = 0;
    bool goesOn = true;
    const auto ask = [&] { goesOn = !goOn || goOn(all > 0 ? double(done) / double(all) : 1); };
    for (const QByteArrayView part : parts) {
        for (qsizetype at = 0; written && goesOn && at < part.size(); at += pieceBytes) {
            const qsizetype piece = std::min(pieceBytes, part.size() - at);
            written = file.write(part.data() + at, piece) == piece;
            done += piece;
            ask();
        }
    }
    if (written && goesOn)
        ask(); // nothing was written, but somebody may have said no before
    if (!goesOn) {
        file.cancelWriting();
        return QCoreApplication::translate("WholeFile", "%1 was not written.").arg(path);
    }
    if (written && file.commit())
        return {};
    // A write that stops half-way is no error of its own.
    const bool isCut = file.error() == QFileDevice::NoError;
    const QString reason =
        isCut ? QCoreApplication::translate("WholeFile", "the disk is full") : file.errorString();
    file.cancelWriting();
    return QCoreApplication::translate("WholeFile", "Cannot write %1: %2.").arg(path, reason);
}

} // namespace tangent
