// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recovery_strip.h"

#include <QHBoxLayout>

namespace tangent {

RecoveryStrip::RecoveryStrip(QWidget* parent)
    : QFrame(parent)
    , label_(tr("The program ended unexpectedly."))
    , open_(tr("Open the last state"))
    , fresh_(tr("Start fresh"))
{
    setObjectName(QStringLiteral("recovery"));
    setAccessibleName(label_.text());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 5, 14, 5);
    row->setSpacing(10);
    row->addWidget(&label_);
    row->addWidget(&open_);
    row->addWidget(&fresh_);
    row->addStretch(1);
    connect(&open_, &QPushButton::clicked, this, &RecoveryStrip::openWanted);
    connect(&fresh_, &QPushButton::clicked, this, &RecoveryStrip::freshWanted);
}

void RecoveryStrip::setTheme(const Theme& theme)
{
    for (QWidget* part :
        {static_cast<QWidget*>(&label_), static_cast<QWidget*>(&open_), static_cast<QWidget*>(&fresh_)})
        part->setFont(uiFont(13));
    setStyleSheet(QStringLiteral(
        "#recovery { background: %1; border: none; border-bottom: 1px solid %2; } QLabel { color: %3; }"
        "QPushButton { background: %4; color: %3; border: 1px solid %2; border-radius: 6px;"
        " padding: 3px 12px; } QPushButton:focus { border-color: %5; }")
                      .arg(theme.accentSoft.name(), theme.hairline.name(), theme.ink.name(),
                          theme.surface.name(), theme.accent.name()));
}

} // namespace tangent
