// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/data/csv.h"

#include "algorithms/random/random.h"
#include "app/lab/data/column_builder.h"
#include "app/lab/data/columns.h"
#include "app/lab/data/csv_columns.h"
#include "app/lab/data/csv_dialect.h"
#include "app/lab/data/data_text.h"
#include "app/lab/data/text_encoding.h"
#include "widgets/scene/number_text.h"

#include <QCryptographicHash>

#include <algorithm>
#include <numeric>

namespace tangent {

namespace {

constexpr qint64 sampleFactor = 4;

/// Rows between two questions whether to go on.
constexpr qint64 rowsAtOnce = 4096;

QString baseName(const QString& fileName)
{
    const auto slash =
        std::max(fileName.lastIndexOf(QLatin1Char('/')), fileName.lastIndexOf(QLatin1Char('\\')));
    return fileName.mid(slash + 1).simplified();
}

/// Reads one file. Every step returns false once there is a complaint.
class CsvReader {
public:
    explicit CsvReader(const CsvOptions& options)
        : options_(options)
    {
    }

    CsvResult read(const QByteArray& bytes)
    {
        if (fits(bytes) && decode(bytes) && readHeader() && chooseRows() && readRows() && rescan())
            finish(bytes);
        if (result_.cancelled)
            result_.complaint.clear();
        return std::move(result_);
    }

private:
    bool fits(const QByteArray& bytes);
    bool decode(const QByteArray& bytes);
    bool readHeader();
    bool chooseRows();
    bool countRows();
    bool readRows();
    bool rescan();
    bool scanRows(bool rescanning);
    void finish(const QByteArray& bytes);
    bool offerSample();
    bool goesOn(double share);
    qint64 mostRows() const { return std::max<qint64>(1, options_.maximumCells / qint64(builders_.size())); }
    QString tableName(const QByteArray& bytes) const;

    bool refuse(int line, int column, const QString& sentence)
    {
        result_.complaint = DataText::tr("Line %1, column %2: %3").arg(line).arg(column).arg(sentence);
        return false;
    }
    /// What is wrong with the file stands on no line of it.
    bool refuseWhole(const QString& sentence)
    {
        result_.complaint = sentence;
        return false;
    }
    bool refuseOpenQuote(int line, size_t column)
    {
        return refuse(line, int(column) + 1,
            DataText::tr(
                "the quotation mark opened here is never closed; close it, or write the cell without it."));
    }

    int firstLine() const { return dialect_.start > 0 ? 2 : 1; }

    const CsvOptions& options_;
    CsvResult result_;
    QByteArray utf8_;
    std::string_view text_;
    CsvDialect dialect_;
    QStringList names_;
    std::deque<std::string> store_;
    std::vector<ColumnBuilder> builders_;
    std::vector<char> wanted_; ///< while rescanning: the columns that are read again
    std::vector<int> rowIds_;
    bool isTooLarge_ = false;  ///< in bytes: only a sample can be read
    qint64 rowsInFile_ = -1;   ///< counted only where a sample is asked for or offered
    std::vector<char> drawn_;  ///< with a sample: the rows of the file that are in it
    double shareBefore_ = 0;   ///< of the passes that are done
    double shareOfPass_ = 0.9; ///< of the pass that runs
    int shortRows_ = 0;
    int firstShortLine_ = 0;
};

bool CsvReader::goesOn(double share)
{
    if (options_.goOn && !options_.goOn(shareBefore_ + share * shareOfPass_))
        result_.cancelled = true;
    return !result_.cancelled;
}

bool CsvReader::fits(const QByteArray& bytes)
{
    isTooLarge_ = bytes.size() > options_.maximumBytes;
    if (bytes.size() <= sampleFactor * options_.maximumBytes)
        return true;
    return refuseWhole(
        DataText::tr("the file has %1 MiB and at most %2 MiB are read; cut the file into smaller ones and "
                     "open one of them.")
            .arg((bytes.size() + (1 << 20) - 1) >> 20)
            .arg(sampleFactor * options_.maximumBytes >> 20));
}

/// The number of rows of the whole file.
bool CsvReader::countRows()
{
    CsvScanner scanner(text_, dialect_.separator, firstLine());
    CsvCell cell;
    scanner.skipEmptyLines();
    rowsInFile_ = dialect_.hasHeader ? -1 : 0;
    for (; !scanner.atEnd(); ++rowsInFile_) {
        if (rowsInFile_ % rowsAtOnce == 0 && !goesOn(double(scanner.offset()) / double(text_.size())))
            return false;
        int column = 0;
        do {
            if (!scanner.next(&cell))
                return refuseOpenQuote(cell.line, size_t(column));
            ++column;
        } while (!cell.endsRow);
        scanner.skipEmptyLines();
    }
    return true;
}

/// Says why the file cannot be read whole, and how many rows of it can.
bool CsvReader::offerSample()
{
    const qint64 fitting = std::min(mostRows(), rowsInFile_);
    if (rowsInFile_ > mostRows()) {
        result_.sampleRows = int(fitting);
        return refuseWhole(
            DataText::tr("the file has %1 rows of %2 cells, and at most %3 cells are read; open a sample of "
                         "%4 rows instead.")
                .arg(shownCount(rowsInFile_), shownCount(names_.size()), shownCount(options_.maximumCells),
                    shownCount(fitting)));
    }
    const double share = double(options_.maximumBytes) / double(text_.size());
    result_.sampleRows = std::max(1, int(double(rowsInFile_) * std::min(1.0, share)));
    return refuseWhole(
        DataText::tr("the file has %1 MiB, and at most %2 MiB are read whole; open a sample of %3 rows "
                     "instead.")
            .arg(shownCount(text_.size() >> 20), shownCount(options_.maximumBytes >> 20),
                shownCount(result_.sampleRows)));
}

/// Draws the sample that is asked for.
bool CsvReader::chooseRows()
{
    if (options_.sampleRows == 0 && !isTooLarge_)
        return true;
    shareOfPass_ = 0.3;
    if (!countRows())
        return false;
    shareBefore_ = 0.3;
    shareOfPass_ = 0.6;
    if (options_.sampleRows == 0 || options_.sampleRows > mostRows())
        return offerSample();
    if (rowsInFile_ <= options_.sampleRows)
        return true;
    // Selection sampling: Knuth, The Art of Computer Programming 2, section 3.4.2, algorithm S.
    Random random(options_.sampleSeed);
    drawn_.assign(size_t(rowsInFile_), 0);
    qint64 wanted = options_.sampleRows;
    for (qint64 row = 0; row < rowsInFile_ && wanted > 0; ++row) {
        drawn_[size_t(row)] = qint64(random.below(quint64(rowsInFile_ - row))) < wanted;
        wanted -= drawn_[size_t(row)];
    }
    return true;
}

bool CsvReader::decode(const QByteArray& bytes)
{
    utf8_ = toUtf8(bytes);
    text_ = std::string_view(utf8_.constData(), size_t(utf8_.size()));
    const size_t bad = firstBadByte(text_);
    dialect_ = detectDialect(text_.substr(0, bad), options_.separator);
    if (bad == text_.npos) {
        text_.remove_prefix(dialect_.start);
        return true;
    }
    const std::string_view before = text_.substr(0, bad);
    const size_t lineStart = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto column =
        std::count(before.begin() + ptrdiff_t(lineStart), before.end(), dialect_.separator) + 1;
    if (text_[bad] == 0)
        return refuse(int(line), int(column),
            DataText::tr("a zero byte stands here, so this is no text; export the table as CSV in UTF-8."));
    return refuse(int(line), int(column),
        DataText::tr("a character here is not valid; save the file as CSV in UTF-8."));
}

bool CsvReader::readHeader()
{
    if (options_.header != CsvOptions::Header::Detect)
        dialect_.hasHeader = options_.header == CsvOptions::Header::Present;
    CsvScanner scanner(text_, dialect_.separator, firstLine());
    CsvCell cell;
    scanner.skipEmptyLines();
    if (scanner.atEnd())
        return refuse(
            1, 1, DataText::tr("the file is empty; give it a line of column names and at least one row."));
    do {
        if (!scanner.next(&cell))
            return refuseOpenQuote(cell.line, size_t(names_.size()));
        if (names_.size() == options_.maximumColumns)
            return refuse(cell.line, int(names_.size()) + 1,
                DataText::tr("there are more than %1 columns; keep only the columns that you need.")
                    .arg(shownCount(options_.maximumColumns)));
        const QString name = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
        if (dialect_.hasHeader && name.size() > 200)
            return refuse(cell.line, int(names_.size()) + 1,
                DataText::tr("the column name has %1 characters; shorten it to 200 at most.")
                    .arg(name.size()));
        names_ << (dialect_.hasHeader ? name.simplified() : QString());
    } while (!cell.endsRow);
    scanner.skipEmptyLines();
    if (dialect_.hasHeader && scanner.atEnd())
        return refuse(
            scanner.line(), 1, DataText::tr("there are column names but no rows; add at least one row."));
    builders_.assign(size_t(names_.size()), ColumnBuilder(dialect_.decimalComma(), &store_));
    return true;
}

bool CsvReader::readRows()
{
    return scanRows(false);
}

bool CsvReader::rescan()
{
    wanted_.clear();
    for (ColumnBuilder& builder : builders_) {
        wanted_.push_back(builder.needsRescan());
        if (builder.needsRescan())
            builder.restartAsWords();
    }
    shareBefore_ += shareOfPass_;
    shareOfPass_ = 0.98 - shareBefore_;
    return std::count(wanted_.begin(), wanted_.end(), 1) == 0 || scanRows(true);
}

bool CsvReader::scanRows(bool rescanning)
{
    CsvScanner scanner(text_, dialect_.separator, firstLine());
    CsvCell cell;
    const size_t columns = builders_.size();
    scanner.skipEmptyLines();
    if (dialect_.hasHeader) {
        while (scanner.next(&cell) && !cell.endsRow) { }
        scanner.skipEmptyLines();
    }
    for (qint64 row = 0; !scanner.atEnd(); ++row) {
        const bool kept = drawn_.empty() || drawn_[size_t(row)];
        if (kept && !rescanning && qint64(rowIds_.size()) == mostRows())
            return countRows() && offerSample();
        if (row % rowsAtOnce == 0 && !goesOn(double(scanner.offset()) / double(text_.size())))
            return false;
        size_t column = 0;
        do {
            if (!scanner.next(&cell))
                return refuseOpenQuote(cell.line, column);
            if (column >= columns && !cell.text.empty())
                return refuse(cell.line, int(column) + 1,
                    DataText::tr(
                        "this row has more cells than the first row's %1; put quotation marks round a "
                        "cell that holds the separator, or take the extra cell out.")
                        .arg(columns));
            if (column < columns && kept && (!rescanning || wanted_[column]))
                builders_[column].add(cell);
            ++column;
        } while (!cell.endsRow);
        if (column < columns && !rescanning) {
            if (shortRows_++ == 0)
                firstShortLine_ = cell.line;
        }
        for (; column < columns && kept; ++column) {
            if (!rescanning || wanted_[column])
                builders_[column].addMissing();
        }
        if (kept && !rescanning)
            rowIds_.push_back(int(row) + 1);
        scanner.skipEmptyLines();
    }
    return true;
}

QString CsvReader::tableName(const QByteArray& bytes) const
{
    if (drawn_.empty())
        return fileTableName(options_.fileName, bytes);
    // Another sample is another table: the draw goes into its hash.
    const QByteArray whole = fileTableName(options_.fileName, bytes).toUtf8();
    return fileTableName(options_.fileName,
        whole + '?' + QByteArray::number(options_.sampleRows) + ','
            + QByteArray::number(options_.sampleSeed));
}

void CsvReader::finish(const QByteArray& bytes)
{
    auto table = std::make_shared<Table>();
    table->title = baseName(options_.fileName);
    table->name = tableName(bytes);
    if (!drawn_.empty())
        table->title = DataText::tr("%1 (sample of %2 rows, seed %3)")
                           .arg(table->title, shownCount(rowsInFile_))
                           .arg(options_.sampleSeed);
    table->rowIds = std::move(rowIds_);
    nameColumns(&names_, &result_.notes);
    int infinite = 0;
    QString comma;
    QString point;
    for (size_t i = 0; i < builders_.size(); ++i) {
        infinite += builders_[i].infiniteCells();
        if (builders_[i].usesDecimalComma() && comma.isEmpty())
            comma = names_[qsizetype(i)];
        if (builders_[i].usesDecimalPoint() && point.isEmpty())
            point = names_[qsizetype(i)];
        if (builders_[i].lateWordLine() > 0 && result_.notes.size() < 5)
            result_.notes << DataText::tr("Line %1 holds “%2”, so the column %3 is read as words.")
                                 .arg(builders_[i].lateWordLine())
                                 .arg(QString::fromStdString(builders_[i].lateWord()).left(40),
                                     names_[qsizetype(i)]);
        table->columns.push_back(builders_[i].finish(names_[qsizetype(i)]));
    }
    chooseCategories(table.get());
    if (shortRows_ > 0)
        result_.notes << counted(shortRows_,
            DataText::tr("1 row (line %2) is shorter than the first; its last cells count as missing."),
            DataText::tr("%1 rows are shorter than the first (line %2 is the first of them); their last "
                         "cells count as missing."))
                             .arg(firstShortLine_);
    if (infinite > 0)
        result_.notes << counted(infinite, DataText::tr("1 infinite number counts as missing."),
            DataText::tr("%1 infinite numbers count as missing."));
    if (!comma.isEmpty())
        result_.notes << (point.isEmpty()
                ? DataText::tr("Commas are read as decimal signs (%1).").arg(comma)
                : DataText::tr("Commas are read as decimal signs in %1, points in %2.").arg(comma, point));
    result_.table = std::move(table);
}

} // namespace

CsvResult readCsv(const QByteArray& bytes, const CsvOptions& options)
{
    CsvOptions checked = options;
    checked.sampleRows = std::max(0, options.sampleRows);
    return CsvReader(checked).read(bytes);
}

QString fileTableName(const QString& fileName, const QByteArray& bytes)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(12);
    const QString name = baseName(fileName);
    return QStringLiteral("file:%1@%2")
        .arg(name.isEmpty() ? QStringLiteral("table") : name, QString::fromLatin1(hash));
}

} // namespace tangent
