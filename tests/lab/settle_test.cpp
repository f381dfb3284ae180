// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab/lab.h"
#include "app/lab/settle.h"
#include "tests/support/test_program.h"

using namespace tangent;

namespace {

/// A lab with the kinds of dependence that settling must cope with.
class SampleLab final : public Lab {
public:
    LabInfo info() const override
    {
        return {QStringLiteral("sample"), QStringLiteral("Sample"), QStringLiteral("data"), {1},
            Speed::Instant, {}};
    }
    QString defaultData(const Values& values) const override
    {
        return text(values.value(QStringLiteral("source"))) == QLatin1String("numbers")
            ? QString()
            : QStringLiteral("penguins");
    }
    QString tableSource() const override { return QStringLiteral("table"); }
    std::vector<RoleSpec> roles(const Values&) const override
    {
        RoleSpec features;
        features.name = QStringLiteral("features");
        features.many = true;
        features.minimum = 2;
        features.atDefaultData = {QStringLiteral("bill-length"), QStringLiteral("flipper-length")};
        RoleSpec label;
        label.name = QStringLiteral("label");
        label.type = RoleSpec::Type::Category;
        return {features, label};
    }
    Parameters parameters(const DeclarationContext& context) const override
    {
        const int rows = context.table ? context.table->rowCount() : 10;
        const bool wide = context.choice("mode", "narrow") == QLatin1String("wide");
        return {Parameter::integer(QStringLiteral("k"), QStringLiteral("k"), 3, 1, std::min(rows, 400)),
            Parameter::choice(QStringLiteral("mode"), QStringLiteral("Mode"), QStringLiteral("narrow"),
                {{QStringLiteral("narrow"), {}}, {QStringLiteral("wide"), {}}}),
            Parameter::real(
                QStringLiteral("width"), QStringLiteral("Width"), wide ? 50 : 1, 0, wide ? 100 : 2),
            Parameter::choice(QStringLiteral("source"), QStringLiteral("Source"), QStringLiteral("model"),
                {{QStringLiteral("model"), {}}, {QStringLiteral("numbers"), {}},
                    {QStringLiteral("table"), {}}}),
            Parameter::real(QStringLiteral("threshold"), QStringLiteral("Threshold"), 0, -5, 5).automatic()};
    }
    std::vector<Preset> presets() const override
    {
        return {{QStringLiteral("broad"), QStringLiteral("Broad"), QStringLiteral("mode=wide&k=7")}};
    }
    Scene compute(const Settled&, Stages&, const Progress&) const override { return {}; }
};

Settled settled(const QString& query)
{
    Request request;
    request.topic = QStringLiteral("sample");
    readQuery(query, &request);
    return settle(SampleLab(), request, DataCatalogue::shared());
}

QString linkOf(const QString& query)
{
    return writeLink(settled(query));
}

} // namespace

/// Any request becomes a legal state, whatever the order of its keys.
class SettleTest : public QObject {
    Q_OBJECT

private slots:
    void canonical_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("link");
        QTest::newRow("defaults are left out") << "k=3&mode=narrow"
                                               << "tangent:sample";
        QTest::newRow("declared order") << "width=80&mode=wide&k=5"
                                        << "tangent:sample?k=5&mode=wide&width=80";
        QTest::newRow("a range that another key widens") << "width=80&mode=wide"
                                                         << "tangent:sample?mode=wide&width=80";
        QTest::newRow("a preset comes before other keys") << "k=9&preset=broad"
                                                          << "tangent:sample?k=9&mode=wide";
        QTest::newRow("a table stands for its source") << "data=iris"
                                                       << "tangent:sample?source=table&data=iris";
        QTest::newRow("an explicit source stands") << "data=iris&source=model"
                                                   << "tangent:sample?source=model&data=iris";
        QTest::newRow("roles come after data") << "source=model&features=bill-depth,body-mass&data=penguins"
                                               << "tangent:sample?features=bill-depth,body-mass";
        QTest::newRow("generator keys") << "source=model&data.spread=0.9&data=blobs"
                                        << "tangent:sample?source=model&data=blobs&data.spread=0.9";
        QTest::newRow("a patch") << "patch=1:bill-length%3D40&source=model"
                                 << "tangent:sample?patch=1:bill-length%3D40";
    }

    void canonical()
    {
        QFETCH(QString, query);
        QFETCH(QString, link);
        QCOMPARE(linkOf(query), link);
        QString complaint;
        QCOMPARE(writeLink(settle(SampleLab(), *readLink(link, &complaint), DataCatalogue::shared())), link);
    }

    void complaints_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("key");
        QTest::newRow("unknown key") << "kk=3"
                                     << "kk";
        QTest::newRow("range without the other key") << "width=80"
                                                     << "width";
        QTest::newRow("unknown preset") << "preset=brod"
                                        << "preset";
        QTest::newRow("unknown data") << "data=penguin"
                                      << "data";
        QTest::newRow("a file that is not open") << "data=file:my.csv@0123456789ab"
                                                 << "data";
        QTest::newRow("unknown column") << "source=model&features=bill-lenth,body-mass"
                                        << "features";
        QTest::newRow("a label that is a number") << "source=model&label=body-mass"
                                                  << "label";
        QTest::newRow("too few features") << "source=model&features=body-mass"
                                          << "features";
        QTest::newRow("a table that cannot serve") << "source=model&data=faithful"
                                                   << "label";
    }

    void complaints()
    {
        QFETCH(QString, query);
        QFETCH(QString, key);
        const Settled state = settled(query);
        QVERIFY(!state.complaints.empty());
        QCOMPARE(state.complaints.front().key, key);
        QVERIFY(state.table); // refused, and still a state to show
    }

    void aRefusedTableNamesOneThatCanServe()
    {
        QVERIFY(settled(QStringLiteral("source=model&data=faithful"))
                    .complaints.front()
                    .sentence.contains(QStringLiteral("data=penguins")));
    }

    void rolesHaveDefaults()
    {
        QCOMPARE(settled({}).columns("features"), QStringList({"bill-length", "flipper-length"}));
        QCOMPARE(settled({}).column("label"), QStringLiteral("species"));
        const Settled iris = settled(QStringLiteral("data=iris"));
        QCOMPARE(iris.columns("features").size(), 4);
        QCOMPARE(iris.column("label"), QStringLiteral("species"));
    }

    void automaticValuesStayOpen()
    {
        QVERIFY(!settled({}).isDecided("threshold"));
        QVERIFY(settled(QStringLiteral("threshold=1")).isDecided("threshold"));
    }

    void patchesReachTheTable()
    {
        const Settled state = settled(QStringLiteral("source=model&patch=1:bill-length%3D99;-2"));
        QCOMPARE(state.table->find(QStringLiteral("bill-length"))->numbers[0], 99.0);
        QCOMPARE(state.table->rowCount(), state.source->rowCount() - 1);
        QCOMPARE(state.table->rowIds[1], 3);
    }

    void theSameTableIsTheSameObject()
    {
        const QString query = QStringLiteral("source=model&patch=-5");
        QCOMPARE(settled(query).table, settled(query).table);
        QCOMPARE(settled({}).table, settled(QStringLiteral("k=5")).table);
    }
};

TANGENT_TEST(SettleTest)
#include "settle_test.moc"
