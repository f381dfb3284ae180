// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab/table.h"
#include "widgets/scene/parameter.h"

#include <QByteArray>
#include <QMap>

#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace tangent {

/// A source of data as it is offered: its name in links and its title on the screen.
struct DataName {
    enum class Kind { Builtin, Generator, File };
    QString name;
    QString title;
    Kind kind = Kind::Builtin;
};

/// All tables that a state can name. Safe for any thread; the tables are shared and never change.
class DataCatalogue {
public:
    DataCatalogue();

    /// The program's own.
    static DataCatalogue& shared();

    /// Built-in sets, generators, then the user's tables in the order in which they were opened.
    std::vector<DataName> names() const;
    bool isGenerator(const QString& name) const;
    /// A generator's parameters, keys without `data.`; empty for anything else.
    Parameters generatorParameters(const QString& name) const;

    /// The table of a name. Generators take `generatorValues` by key without `data.`: what is absent stands
    /// at its default, what is out of range at the nearest bound. Null with a sentence when there is no
    /// such data or the user's table is not open.
    TablePointer load(const QString& name, const Values& generatorValues = {}, QString* complaint = nullptr);

    /// Reads a user's file (readCsv) and registers it; its name is in the table. Null with a sentence when it
    /// cannot be read.
    TablePointer addFile(const QString& fileName, const QByteArray& bytes, QString* complaint = nullptr);
    /// The same for a file that was read elsewhere: its table and its bytes.
    void addFile(const TablePointer& table, const QByteArray& bytes);
    /// Hears of every file that is read, by the name of its table and its bytes; may be called in any thread.
    void setFileListener(std::function<void(const QString& name, const QByteArray& bytes)> listener);
    /// Registers a table that came with a state under its own name, which must start with `file:`.
    void addTable(const TablePointer& table);

private:
    struct Made {
        QString key;
        TablePointer table;
    };

    TablePointer generated(const QString& name, const Values& values);
    TablePointer builtin(const QString& name);
    QString refusal(const QString& name) const;

    mutable std::mutex mutex_;
    QMap<QString, TablePointer> builtin_;
    std::deque<Made> made_; ///< generated tables, the last used first
    std::vector<TablePointer> files_;
    std::function<void(const QString&, const QByteArray&)> fileListener_;
};

} // namespace tangent
