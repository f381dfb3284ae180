// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scene/scene.h"
#include "widgets/views/theme.h"

#include <QFrame>
#include <QLabel>
#include <QToolButton>

namespace tangent {

/// A strip above the figures with what should be known: complaints about a link, diagnostics of a
/// scene. Hidden while there is nothing to say.
class MessageStrip : public QFrame {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    /// Sentences that stay until they are dismissed.
    void setComplaints(const QStringList& sentences);
    /// Sentences of the scene shown now.
    void setDiagnostics(const std::vector<Diagnostic>& diagnostics);
    void setTheme(const Theme& theme);
    QString text() const { return label_.text(); }

private:
    void show();

    QLabel label_;
    QToolButton dismiss_;
    QStringList complaints_;
    QStringList diagnostics_;
};

} // namespace tangent
