// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/take_away/picture.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace tangent {

/// What of a state can be taken away, with its choices: the picture, the data behind it, the state itself,
/// the hand-out of the note. The dialog only asks; whoever opened it writes the files.
class TakeAwayDialog : public QDialog {
    Q_OBJECT

public:
    TakeAwayDialog(const Subject& subject, bool dark, QWidget* parent = nullptr);

    /// As chosen in the dialog.
    PictureOptions pictureOptions() const;
    QString pictureSuffix() const;
    /// Number of the table to write; -1: all of them, into a folder.
    int table() const;

signals:
    void pictureWanted();
    void dataWanted();
    void linkWanted();
    void stateWanted();
    void handoutWanted();

private:
    void showPreview();

    const Subject& subject_;
    QComboBox* figure_;
    QComboBox* format_;
    QComboBox* size_;
    QDoubleSpinBox* scale_;
    QComboBox* look_;
    QComboBox* table_;
    QLabel* preview_;
};

} // namespace tangent
