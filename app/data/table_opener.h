// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/data/late_progress.h"
#include "app/data/preview_dialog.h"
#include "app/data/table_reader.h"

#include <QPointer>

namespace tangent {

/// Brings a person's table into the lab: reads it aside, with progress and a way out after 200 ms; offers a
/// sample of what is too large; shows the preview where something is to decide; then opens it as one
/// step that can be undone.
class TableOpener : public QObject {
    Q_OBJECT

public:
    TableOpener(Experiment& experiment, QWidget* window);

    void openFile(const QString& path);
    /// Cells as spreadsheets copy them: rows as lines, cells parted by tabs, semicolons or commas.
    void openText(const QString& text);
    /// True for text that is a table rather than a link: more than one line.
    static bool isTable(const QString& text);

    bool isBusy() const { return reader_.isBusy() || taking_; }
    /// Null while none is open.
    PreviewDialog* preview() const { return preview_; }

signals:
    /// One sentence on how it went, where it did not go well.
    void said(const QString& sentence);

private:
    void read();
    void finish(const CsvResult& result, const QByteArray& bytes);
    void offerSample(const CsvResult& refused);
    void open(const Intent& intent, bool serves, const QString& reason);

    Experiment& experiment_;
    QWidget* window_;
    TableReader reader_;
    TableSource source_;
    CsvOptions options_;
    LateProgress progress_;
    QPointer<PreviewDialog> preview_;
    bool taking_ = false; ///< between the end of the reading and what comes of it
};

} // namespace tangent
