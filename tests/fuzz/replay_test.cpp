// SPDX-License-Identifier: GPL-3.0-or-later
#include "algorithms/random/random.h"
#include "tests/fuzz/target.h"
#include "tests/support/test_program.h"

#include <QDirIterator>

namespace tangent::fuzz {

std::vector<Target>& targets()
{
    static std::vector<Target> all;
    return all;
}

bool addTarget(const Target& target)
{
    targets().push_back(target);
    return true;
}

} // namespace tangent::fuzz

using namespace tangent;
using namespace tangent::fuzz;

namespace {

constexpr int damagedPerFile = 60;

QString corpusOf(const Target& target)
{
    return QStringLiteral(TANGENT_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(target.name);
}

/// Some bytes changed, cut out, doubled or swapped for signs that readers look for.
QByteArray damaged(QByteArray bytes, Random& random)
{
    static constexpr char letters[] = "\",;\n\r\t{}[]()&=?%+-.0e\\$`#:@\0\xff\xc3";
    static const QByteArray signs(letters, sizeof letters - 1);
    const int changes = 1 + int(random.below(6));
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const auto at = qsizetype(random.below(std::uint64_t(bytes.size())));
        const auto length = qsizetype(random.below(std::uint64_t(bytes.size() - at)) + 1);
        switch (random.below(5)) {
        case 0:
            bytes[at] = char(random.below(256));
            break;
        case 1:
            bytes[at] = signs[qsizetype(random.below(std::uint64_t(signs.size())))];
            break;
        case 2:
            bytes.remove(at, std::min<qsizetype>(length, 20));
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, std::min<qsizetype>(length, 200)));
            break;
        default:
            bytes.truncate(at);
        }
    }
    return bytes;
}

} // namespace

/// Everything that ever broke a reader, the examples beside it, and damaged copies of both: no crash, and
/// what each target promises holds. What libFuzzer finds is laid into tests/fuzz/corpus and stays read.
class ReplayTest : public QObject {
    Q_OBJECT

private slots:
    void corpus_data()
    {
        QTest::addColumn<int>("target");
        for (size_t i = 0; i < targets().size(); ++i)
            QTest::addRow("%s", targets()[i].name) << int(i);
    }

    void corpus()
    {
        QFETCH(int, target);
        const Target& one = targets()[size_t(target)];
        Random random(11);
        int files = 0;
        QDirIterator all(corpusOf(one), QDir::Files);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            run(one, bytes, file.fileName());
            for (int i = 0; i < damagedPerFile; ++i)
                run(one, damaged(bytes, random), file.fileName());
            ++files;
        }
        QVERIFY2(files >= 3, qPrintable(corpusOf(one)));
    }

private:
    static void run(const Target& target, const QByteArray& bytes, const QString& from)
    {
        try {
            target.run(bytes);
        } catch (const std::exception& broken) {
            QFAIL(qPrintable(QStringLiteral("%1: %2; from %3: %4")
                                 .arg(QLatin1String(target.name), QString::fromUtf8(broken.what()), from,
                                     QString::fromLatin1(bytes.toPercentEncoding()))));
        }
    }
};

TANGENT_TEST(ReplayTest)
#include "replay_test.moc"
