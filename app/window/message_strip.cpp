// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/message_strip.h"

#include <QHBoxLayout>

namespace tangent {

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("messages"));
    label_.setWordWrap(true);
    label_.setTextInteractionFlags(Qt::TextSelectableByMouse);
    dismiss_.setText(QStringLiteral("✕"));
    dismiss_.setAutoRaise(true);
    dismiss_.setAccessibleName(tr("Dismiss"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 4, 4);
    row->addWidget(&label_, 1);
    row->addWidget(&dismiss_, 0, Qt::AlignTop);
    connect(&dismiss_, &QToolButton::clicked, this, [this] {
        complaints_.clear();
        diagnostics_.clear();
        show();
    });
    hide();
}

void MessageStrip::setComplaints(const QStringList& sentences)
{
    complaints_ = sentences;
    show();
}

void MessageStrip::setDiagnostics(const std::vector<Diagnostic>& diagnostics)
{
    QStringList sentences;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.line >= 1)
            continue; // it stands at its line, and nothing moves under a hand that types there
        sentences << (diagnostic.cure.isEmpty() ? diagnostic.sentence
                                                : diagnostic.sentence + QLatin1Char(' ') + diagnostic.cure);
    }
    if (sentences == diagnostics_)
        return;
    diagnostics_ = sentences;
    show();
}

void MessageStrip::setTheme(const Theme& theme)
{
    setFont(uiFont(13));
    label_.setFont(uiFont(13));
    setStyleSheet(QStringLiteral(
        "#messages { background: %1; border: 1px solid %2; border-radius: 6px; } QLabel { color: %3; }")
                      .arg(theme.accentSoft.name(), theme.hairline.name(), theme.ink.name()));
}

void MessageStrip::show()
{
    constexpr int shownSentences = 2;
    QStringList all = complaints_ + diagnostics_;
    all.removeDuplicates();
    const auto more = all.size() - shownSentences;
    QString text = all.mid(0, shownSentences).join(QLatin1Char('\n'));
    if (more > 0)
        text += QLatin1Char('\n') + tr("and %n more", nullptr, int(more));
    label_.setText(text);
    label_.setToolTip(all.join(QLatin1Char('\n')));
    setVisible(!all.isEmpty());
}

} // namespace tangent
