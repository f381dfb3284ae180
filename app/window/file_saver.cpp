// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/file_saver.h"

#include "app/lab/whole_file.h"

#include <QFileInfo>

namespace tangent {

namespace {

constexpr double makingShare = 0.8; // of the work; the rest goes to the disk

} // namespace

FileSaver::FileSaver(QWidget* window)
    : QObject(window)
    , progress_(window)
    , running_([this](const std::variant<double, QString>& news) {
        if (const auto* share = std::get_if<double>(&news))
            progress_.setShare(*share);
        else
            finish(std::get<QString>(news));
    })
{
    connect(&progress_, &LateProgress::cancelled, this, [this] { running_.stop(); });
}

void FileSaver::save(const QString& path, Make make, const QString& remark)
{
    files_.push_back({path, std::move(make), remark});
    if (files_.size() == 1)
        begin();
}

void FileSaver::begin()
{
    const File& file = files_.front();
    progress_.begin(tr("Save"), tr("Writing %1…").arg(QFileInfo(file.path).fileName()));
    running_.start([path = file.path, make = file.make](const std::atomic<bool>& stop, const auto& deliver) {
        const GoOn goOn = watched(stop, deliver);
        const QByteArray bytes = make(partOf(goOn, 0, makingShare));
        deliver(writeWholeFile(path, {bytes}, partOf(goOn, makingShare, 1)));
    });
}

void FileSaver::finish(const QString& sentence)
{
    progress_.end();
    const File file = std::move(files_.front());
    files_.pop_front();
    const bool isSaved = sentence.isEmpty();
    const QString saved = tr("Saved %1").arg(file.path);
    emit said(!isSaved              ? sentence
            : file.remark.isEmpty() ? saved
                                    : saved + QStringLiteral(". ") + file.remark,
        isSaved);
    if (files_.empty())
        emit idle();
    else
        begin();
}

} // namespace tangent
