// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recovery_writer.h"

#include <chrono>

namespace tangent {

namespace {

constexpr std::chrono::milliseconds rest(250);

} // namespace

RecoveryWriter::RecoveryWriter(
    QString folder, std::unique_ptr<RecoveryFiles> files, std::function<void(QString)> failed)
    : folder_(std::move(folder))
    , failed_(std::move(failed))
    , files_(std::move(files))
    , thread_([this] { run(); })
{
}

RecoveryWriter::~RecoveryWriter()
{
    end(false);
}

void RecoveryWriter::writeTable(const QString& name, const QByteArray& bytes)
{
    {
        const std::lock_guard lock(mutex_);
        waiting_.tables.emplace_back(name, bytes);
    }
    wake_.notify_one();
}

void RecoveryWriter::writeState(std::function<QByteArray()> bytes)
{
    {
        const std::lock_guard lock(mutex_);
        waiting_.state = std::move(bytes);
    }
    wake_.notify_one();
}

void RecoveryWriter::continueIn(std::unique_ptr<RecoveryFiles> files)
{
    {
        const std::lock_guard lock(mutex_);
        waiting_.files = std::move(files);
    }
    wake_.notify_one();
}

void RecoveryWriter::endCleanly()
{
    end(true);
    if (files_)
        files_->remove();
    files_.reset();
}

void RecoveryWriter::end(bool cleanly)
{
    {
        const std::lock_guard lock(mutex_);
        quit_ = true;
        if (cleanly) {
            waiting_.tables.clear();
            waiting_.state = nullptr;
        }
    }
    wake_.notify_one();
    if (thread_.joinable())
        thread_.join();
}

void RecoveryWriter::run()
{
    for (;;) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return quit_ || !waiting_.isEmpty(); });
            if (waiting_.isEmpty())
                return;
            std::swap(work, waiting_);
        }
        write(std::move(work));
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, rest, [this] { return quit_; });
    }
}

void RecoveryWriter::write(Work work)
{
    QString complaint;
    if (work.files) {
        if (files_) {
            work.files->takeTables(*files_);
            files_->remove();
        }
        files_ = std::move(work.files);
    }
    if (!files_ && (work.state || !work.tables.empty()))
        files_ = RecoveryFiles::make(folder_, &complaint);
    if (files_) {
        for (const auto& [name, bytes] : work.tables) {
            if (const QString sentence = files_->writeTable(name, bytes); !sentence.isEmpty())
                complaint = sentence;
        }
        const QString sentence = work.state ? files_->writeState(work.state()) : QString();
        if (!sentence.isEmpty())
            complaint = sentence;
    }
    if (!complaint.isEmpty())
        failed_(complaint);
}

} // namespace tangent
