package io.github.datalab4j.benchmarks.report;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines of points on two logarithmic axes.
 *
 * @param name of the file, without its ending
 * @param lines the points of each line, as x and y, by its name
 * @param marked the name of the line whose points stand out
 */
public record Plot(
    String name,
    String title,
    String xAxis,
    String yAxis,
    Map<String, List<double[]>> lines,
    String marked) {

  /** Writes it as SVG, beside the results. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream file = Files.newOutputStream(folder.resolve(name + ".svg"))) {
      ChartEncoder.saveChart(chart(), file, "svg");
    }
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(440)
            .title(title)
            .xAxisTitle(xAxis)
            .yAxisTitle(yAxis)
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    lines.forEach(
        (line, points) -> {
          List<double[]> sorted =
              points.stream().sorted(Comparator.comparingDouble(point -> point[0])).toList();
          XYSeries series =
              chart.addSeries(
                  line,
                  sorted.stream().mapToDouble(point -> point[0]).toArray(),
                  sorted.stream().mapToDouble(point -> point[1]).toArray());
          if (line.equals(marked)) {
            series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Color.BLACK);
          }
        });
    return chart;
  }
}
