package io.talktrack.report;

import io.talktrack.report.page.TrendPoint;
import io.talktrack.report.page.TrendView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers behind a trend chart: a row per week or call, a column per measure. */
record TrendTable(List<TrendView> columns, List<Row> rows) {
  /** Values in the order of the columns, null where nothing was measured. */
  record Row(LocalDate date, String callId, List<Double> values) {}

  private record Place(LocalDate date, String callId) {}

  static TrendTable of(List<TrendView> trends) {
    Map<Place, List<Double>> values = new LinkedHashMap<>();
    for (int column = 0; column < trends.size(); column++) {
      for (TrendPoint point : trends.get(column).points()) {
        values
            .computeIfAbsent(
                new Place(point.date(), point.callId()),
                place -> new ArrayList<>(Collections.nCopies(trends.size(), null)))
            .set(column, point.value());
      }
    }

    return new TrendTable(
        trends,
        values.entrySet().stream()
            .map(row -> new Row(row.getKey().date(), row.getKey().callId(), row.getValue()))
            .toList());
  }
}
