// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recovery.h"

#include "app/lab/link_text.h"
#include "app/lab/registry.h"
#include "app/lab/state_json.h"

namespace tangent {

Recovery::Recovery(Experiment& experiment, const QString& folder)
    : experiment_(experiment)
    , failures_([this](const QString& sentence) {
        if (!saidFailure_)
            emit failed(sentence);
        saidFailure_ = true;
    })
{
    const QString place = folder.isEmpty() ? RecoveryFiles::usualFolder() : folder;
    left_ = RecoveryFiles::takeOver(place);
    writer_ = std::make_unique<RecoveryWriter>(
        place, nullptr, [this](const QString& sentence) { failures_.post(sentence); });
    experiment_.catalogue().setFileListener(
        [this](const QString& name, const QByteArray& bytes) { writer_->writeTable(name, bytes); });
    connect(&experiment_, &Experiment::changed, this, &Recovery::keep);
}

Recovery::~Recovery()
{
    experiment_.catalogue().setFileListener({});
}

void Recovery::keep()
{
    if (!experiment_.isOpen())
        return;
    const State& now = experiment_.state();
    const bool isFirst = !keptAny_ && kept_.topic.isEmpty();
    if (isFirst && hasOffer()) {
        kept_ = now; // only what the program began with; the offer is worth more
        return;
    }
    if (!isFirst && now == kept_)
        return;
    kept_ = now;
    keptAny_ = true;
    writer_->writeState([settled = experiment_.kept()] { return writeStateFile(settled, TableInFile::No); });
}

bool Recovery::open(QString* complaint)
{
    const auto bytes = left_ ? left_->state() : std::nullopt;
    if (!bytes) {
        *complaint = tr("The last state is gone.");
        return false;
    }
    auto request = readStateFile(*bytes, experiment_.catalogue(), complaint);
    const Lab* lab = request ? findLab(request->topic) : nullptr;
    if (!lab) {
        if (request)
            *complaint = tr("The last state is of a topic that is not here: %1.").arg(request->topic);
        return false;
    }
    // The table comes back under the name it had, since its bytes are the same.
    const QString name = decodeText(request->encoded.value(QStringLiteral("data"))).value_or(QString());
    const auto table = left_->table(name);
    QString unread;
    if (table)
        experiment_.catalogue().addFile(name.mid(5).section(QLatin1Char('@'), 0, -2), *table, &unread);
    writer_->continueIn(std::move(left_));
    experiment_.open(*lab, *request);
    keptAny_ = true;
    return true;
}

void Recovery::dismiss()
{
    if (left_)
        left_->remove();
    left_.reset();
    kept_ = {};
    keep();
}

void Recovery::endCleanly()
{
    experiment_.catalogue().setFileListener({});
    writer_->endCleanly();
    left_.reset();
}

} // namespace tangent
