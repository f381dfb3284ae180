// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/state_json.h"
#include "app/window/shared_json.h"

namespace tangent {

/// The state that the next start opens: that of the window that said so last. It stands in the settings as a
/// link; one that is longer than a link may be, as a long drawing is, in a state file beside them, which the
/// settings name and which goes when they name it no more. Settings and file change under one lock, so of two
/// windows either's state stands there whole.
class LastState {
public:
    static constexpr qint64 mostBytes = qint64(16)
        << 20; ///< of a state file; of longer ones the topic is kept

    /// `settings` empty: the reader's own.
    explicit LastState(const QString& settings = {});

    /// Returns false and says why when it cannot be written.
    bool keep(const Settled& state);
    const QString& complaint() const { return unwritten_.isEmpty() ? file_.complaint() : unwritten_; }

    /// Nothing where none is kept or it cannot be read; then a sentence, if there was one.
    std::optional<Request> read(DataCatalogue& catalogue, QString* complaint) const;

private:
    QString folder() const;
    void removeOthers(const QString& kept) const;

    SharedJson file_;
    QString unwritten_; ///< why the last state file was not written
};

} // namespace tangent
