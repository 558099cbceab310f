package io.talktrack.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talktrack.report.page.TrendPoint;
import io.talktrack.report.page.TrendView;
import java.util.List;

/** What the charts draw, as JSON that may stand inside a script element. */
final class ChartData {
  private ChartData() {}

  static String objections(List<ObjectionCount> counts, Words words) {
    ObjectNode chart = JsonNodeFactory.instance.objectNode().put("kind", "objections");
    chart
        .putArray("names")
        .add(words.text("raised"))
        .add(words.text("addressed"))
        .add(words.text("resolved"));
    ArrayNode rows = chart.putArray("rows");
    for (ObjectionCount count : counts) {
      rows.addObject()
          .put("name", words.text("objection", count.type()))
          .putArray("values")
          .add(count.raised())
          .add(count.addressed())
          .add(count.resolved());
    }

    return inScript(chart);
  }

  static String trends(List<TrendView> trends, Frame frame) {
    ObjectNode chart = JsonNodeFactory.instance.objectNode().put("kind", "trends");
    chart.put("rangeName", frame.words().text("published_range"));
    ArrayNode series = chart.putArray("series");
    for (TrendView trend : trends) {
      ObjectNode one = series.addObject();
      one.put("name", frame.words().name("metric", trend.metric()));
      one.put("isShare", isShare(trend.unit()));
      PublishedRange.of(trend.metric())
          .ifPresent(range -> one.putArray("range").add(range.low()).add(range.high()));
      ArrayNode points = one.putArray("points");
      trend.points().forEach(point -> add(points, point, trend.unit(), frame));
    }

    return inScript(chart);
  }

  private static void add(ArrayNode points, TrendPoint point, String unit, Frame frame) {
    ObjectNode node = points.addObject();
    node.put("at", frame.figures().day(point.date()));
    node.put("value", point.value());
    node.put("text", frame.figures().mean(point.value(), unit));
    if (point.callId() != null) {
      node.put("href", frame.links().call(point.callId()));
    }
  }

  private static boolean isShare(String unit) {
    return unit.equals("ratio") || unit.equals("0 or 1");
  }

  // "<" ends a script or opens a comment; U+2028 and U+2029 end a line of script in old parsers
  static String inScript(ObjectNode json) {
    return json.toString()
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
