// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/state_opener.h"

#include "app/lab/bounded_file.h"
#include "app/lab/data/catalogue.h"
#include "app/lab/registry.h"

#include <QFileInfo>

namespace tangent {

namespace {

constexpr double readingShare = 0.1; // of the work: from the disk into memory

} // namespace

StateOpener::StateOpener(DataCatalogue& catalogue, QWidget* window)
    : QObject(window)
    , catalogue_(catalogue)
    , progress_(window)
    , running_([this](const std::variant<double, Outcome>& news) {
        if (!isWanted_)
            return;
        if (const auto* share = std::get_if<double>(&news)) {
            progress_.setShare(*share);
            return;
        }
        isWanted_ = false;
        progress_.end();
        take(std::get<Outcome>(news));
    })
{
    connect(&progress_, &LateProgress::cancelled, this, &StateOpener::cancel);
}

bool StateOpener::open(const QString& path)
{
    const QFileInfo info(path);
    isWanted_ = false;
    running_.stop();
    progress_.end();
    name_ = info.fileName();
    if (info.size() <= atOnceBytes)
        return take(read(path, {}));
    progress_.begin(tr("Open a state"), tr("Reading %1…").arg(name_));
    isWanted_ = true;
    running_.start([path](const std::atomic<bool>& stop, const auto& deliver) {
        deliver(read(path, watched(stop, deliver)));
    });
    return true;
}

/// In any thread.
StateOpener::Outcome StateOpener::read(const QString& path, const GoOn& goOn)
{
    Outcome outcome;
    const auto bytes = readFileUpTo(path, largestStateFile, &outcome.complaint);
    if (!bytes || (goOn && !goOn(readingShare)))
        return outcome;
    outcome.file = parseStateFile(*bytes, &outcome.complaint, partOf(goOn, readingShare, 1));
    if (!outcome.file)
        outcome.complaint = tr("%1: %2").arg(QFileInfo(path).fileName(), outcome.complaint);
    return outcome;
}

bool StateOpener::take(const Outcome& outcome)
{
    QString complaint = outcome.complaint;
    const Lab* lab = outcome.file ? findLab(outcome.file->request.topic, &complaint) : nullptr;
    if (!lab) {
        emit said(complaint);
        return false;
    }
    if (outcome.file->table)
        catalogue_.addFile(outcome.file->table, outcome.file->tableText);
    emit opened(*lab, outcome.file->request);
    return true;
}

/// At once for whoever looks on; the work itself ends at its next question whether to go on.
void StateOpener::cancel()
{
    if (!isWanted_)
        return;
    isWanted_ = false;
    running_.stop();
    progress_.end();
    emit said(tr("%1 was not opened.").arg(name_));
}

} // namespace tangent
