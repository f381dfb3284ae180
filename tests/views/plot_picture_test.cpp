// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/plot_picture.h"

#include "tests/support/test_program.h"

using namespace tangent;

namespace {

/// A field with words under a path that a hand moves.
Plot plotWithPathTo(double end, float highest = 4)
{
    Field field;
    field.columns = 2;
    field.rows = 2;
    field.left = field.bottom = 0;
    field.right = field.top = 10;
    field.values = {0, 1, 2, highest};
    field.low = 0;
    field.high = 4;
    Line path;
    path.x = {1, end};
    path.y = {1, 9};
    path.label = QStringLiteral("path");
    Plot plot;
    plot.x.minimum = plot.y.minimum = 0;
    plot.x.maximum = plot.y.maximum = 10;
    plot.layers = {field, Words{5, 5, QStringLiteral("centre"), Role::Muted, Qt::AlignCenter, false}, path};
    return plot;
}

QImage composed(PlotPicture& picture, const Plot& plot)
{
    FrameRequest request;
    request.x = plot.x;
    request.y = plot.y;
    request.size = {240, 160};
    picture.layOut(request, Theme::light());
    picture.discard();
    return picture.compose(plot, {}, {}).copy();
}

QImage composedAtOnce(const Plot& plot)
{
    PlotPicture picture;
    return composed(picture, plot);
}

} // namespace

/// The picture keeps its lowest layers while only those above change.
class PlotPictureTest : public QObject {
    Q_OBJECT

private slots:
    void aDragLooksLikeAPictureMadeAtOnce()
    {
        PlotPicture picture;
        for (const double end : {3.0, 4.0, 5.0, 8.0})
            QCOMPARE(composed(picture, plotWithPathTo(end)), composedAtOnce(plotWithPathTo(end)));
    }

    void aLowerLayerThatChangesIsPaintedAgain()
    {
        PlotPicture picture;
        for (const double end : {3.0, 4.0, 5.0})
            composed(picture, plotWithPathTo(end));
        QCOMPARE(composed(picture, plotWithPathTo(5, 1)), composedAtOnce(plotWithPathTo(5, 1)));
        QVERIFY(composedAtOnce(plotWithPathTo(5, 1)) != composedAtOnce(plotWithPathTo(5)));
    }

    void otherAxesDropWhatWasKept()
    {
        PlotPicture picture;
        for (const double end : {3.0, 4.0, 5.0})
            composed(picture, plotWithPathTo(end));
        Plot wider = plotWithPathTo(5);
        wider.x.maximum = 20;
        QCOMPARE(composed(picture, wider), composedAtOnce(wider));
    }
};

TANGENT_TEST(PlotPictureTest)
#include "plot_picture_test.moc"
