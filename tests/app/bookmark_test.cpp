// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/bookmark_store.h"
#include "app/window/bookmarks_dialog.h"

#include "tests/support/test_program.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QTemporaryDir>

using namespace tangent;

namespace {

Bookmark state(int number, const QString& topic = QStringLiteral("k-means"))
{
    return {topic, QStringLiteral("state %1").arg(number),
        QStringLiteral("tangent:%1?k=%2").arg(topic).arg(number)};
}

} // namespace

class BookmarkTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(folder_->path()).mkdir("deeper"));
    }

    void areKeptInOrder()
    {
        BookmarkStore store(path());
        QVERIFY(store.add(state(2)));
        QVERIFY(store.add(state(1, "pca")));
        QVERIFY(store.add(state(3)));
        const BookmarkStore again(path());
        QCOMPARE(again.bookmarks("k-means"), (std::vector{state(2), state(3)}));
        QCOMPARE(again.bookmarks().size(), size_t(3));
    }

    void twoWindowsLoseNothing()
    {
        BookmarkStore one(path());
        BookmarkStore other(path());
        QVERIFY(one.add(state(1)));
        QVERIFY(other.add(state(2)));
        QVERIFY(one.replace("pca", {state(4, "pca")}));
        QCOMPARE(other.bookmarks().size(), size_t(3));
    }

    void aLabIsReorderedAlone()
    {
        BookmarkStore store(path());
        store.add(state(1));
        store.add(state(9, "pca"));
        store.add(state(2));
        QVERIFY(store.replace("k-means", {state(2), state(1)}));
        QCOMPARE(store.bookmarks("k-means"), (std::vector{state(2), state(1)}));
        QCOMPARE(store.bookmarks("pca"), (std::vector{state(9, "pca")}));
    }

    void theLastVisitedComesFirst()
    {
        BookmarkStore store(path());
        for (int i = 0; i < BookmarkStore::mostRecent + 3; ++i)
            store.visit(state(i, QStringLiteral("topic-%1").arg(i)));
        store.visit(state(7, "topic-8"));
        const auto recent = store.recent();
        QCOMPARE(recent.size(), size_t(BookmarkStore::mostRecent));
        QCOMPARE(recent.front(), state(7, "topic-8"));
        QCOMPARE(recent[1].topic, QString("topic-14"));
    }

    void aDamagedFileIsKeptAside()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"bookmarks\": [{") > 0);
        file.close();
        BookmarkStore store(path());
        QVERIFY(store.bookmarks().empty());
        QVERIFY(store.add(state(1)));
        QCOMPARE(store.bookmarks().size(), size_t(1));
        QVERIFY(QFile::exists(path() + ".unreadable"));
    }

    void aFolderThatCannotBeWrittenIsASentence()
    {
        BookmarkStore store(QStringLiteral("/proc/none/bookmarks.json"));
        QVERIFY(!store.add(state(1)));
        QVERIFY(store.complaint().contains("/proc/none/bookmarks.json"));
    }

    void theDialogRenamesReordersAndRemoves()
    {
        BookmarksDialog dialog("k-means", {state(1), state(2), state(3)});
        auto* list = dialog.findChild<QListWidget*>();
        list->item(0)->setText("  first   of all ");
        list->setCurrentRow(2);
        press(dialog, "Alt+Up");
        QCOMPARE(list->currentRow(), 1);
        list->setCurrentRow(2);
        press(dialog, "Del");
        QCOMPARE(
            dialog.bookmarks(), (std::vector{Bookmark{"k-means", "first of all", state(1).link}, state(3)}));
    }

private:
    static void press(const QWidget& widget, const char* key)
    {
        for (QAction* action : widget.actions()) {
            if (action->shortcut() == QKeySequence(QLatin1String(key)))
                action->trigger();
        }
    }

    QString path() const { return folder_->filePath("deeper/bookmarks.json"); }

    std::unique_ptr<QTemporaryDir> folder_;
};

TANGENT_TEST(BookmarkTest)
#include "bookmark_test.moc"
