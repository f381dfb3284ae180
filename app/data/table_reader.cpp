// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/table_reader.h"

#include "widgets/scene/number_text.h"

#include <QFile>
#include <QFileInfo>

namespace tangent {

namespace {

constexpr double readingShare = 0.2; // of the work: from the disk into memory
constexpr qint64 pieceBytes = 8 << 20;

/// The bytes of the file. Empty, with a complaint or cancelled, when they cannot be had.
QByteArray bytesOf(const QString& path, const CsvOptions& options, CsvResult* result)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result->complaint = TableReader::tr("Cannot read %1: %2.").arg(path, file.errorString());
        return {};
    }
    const qint64 size = file.size();
    const qint64 most = 4 * options.maximumBytes;
    if (size > most) {
        result->complaint =
            TableReader::tr("%1 has %2 MiB and at most %3 MiB are read; cut it into smaller files.")
                .arg(path, shownCount(size >> 20), shownCount(most >> 20));
        return {};
    }
    QByteArray bytes;
    bytes.reserve(size);
    while (!file.atEnd()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        bytes += piece;
        if (size > 0 && !options.goOn(double(bytes.size()) / double(size))) {
            result->cancelled = true;
            return {};
        }
    }
    if (file.error() != QFile::NoError)
        result->complaint = TableReader::tr("Cannot read %1: %2.").arg(path, file.errorString());
    return bytes;
}

std::pair<CsvResult, QByteArray> work(const TableSource& source, CsvOptions options, const GoOn& goOn)
{
    const double share = source.path.isEmpty() ? 0 : readingShare;
    CsvResult result;
    QByteArray bytes = source.bytes;
    options.goOn = partOf(goOn, 0, share);
    if (!source.path.isEmpty())
        bytes = bytesOf(source.path, options, &result);
    if (result.complaint.isEmpty() && !result.cancelled) {
        options.fileName = source.name;
        options.goOn = partOf(goOn, share, 1);
        result = readCsv(bytes, options);
        if (!result.complaint.isEmpty())
            result.complaint = TableReader::tr("%1: %2").arg(source.name, result.complaint);
    }
    return {result, bytes};
}

} // namespace

TableSource TableSource::file(const QString& path)
{
    return {path, QFileInfo(path).fileName(), {}};
}

TableReader::TableReader(QObject* parent)
    : QObject(parent)
    , running_([this](const std::variant<double, Read>& news) {
        if (const auto* share = std::get_if<double>(&news))
            emit progressed(*share);
        else
            emit done(std::get<Read>(news).first, std::get<Read>(news).second);
    })
{
}

void TableReader::read(const TableSource& source, const CsvOptions& options)
{
    running_.start([source, options](const std::atomic<bool>& stop, const auto& deliver) {
        deliver(work(source, options, watched(stop, deliver)));
    });
}

} // namespace tangent
