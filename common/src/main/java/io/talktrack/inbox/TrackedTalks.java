package io.talktrack.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.talktrack.call.Speaker;
import io.talktrack.tracker.TrackedTalk;
import io.talktrack.tracker.TrackedTalk.Line;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads short calls to measure trackers on whose rules need a whole call: {@code
 * tracker-calls-en.tsv} and {@code tracker-calls-zh.tsv}, tab-separated, a line per turn in the
 * order of speaking; tracker and holds (yes or no) stand on each.
 */
public final class TrackedTalks {
  private static final String WHAT = "calls for trackers";
  private static final List<String> COLUMNS =
      List.of("call", "tracker", "holds", "turn", "side", "start_seconds", "text");

  /** Those of a folder; none where it has no such file, or is itself one of sentences. */
  public static List<TrackedTalk> read(Path folder) {
    return List.of("en", "zh").stream()
        .flatMap(
            language ->
                TabbedRows.files(
                        WHAT, folder.resolve("tracker-calls-%s.tsv".formatted(language)), "")
                    .stream()
                    .flatMap(file -> calls(file, language).stream()))
        .toList();
  }

  private static List<TrackedTalk> calls(Path file, String language) {
    Collection<List<CSVRecord>> calls =
        TabbedRows.read(WHAT, file, COLUMNS).stream()
            .collect(groupingBy(row -> row.get("call"), LinkedHashMap::new, toList()))
            .values();
    return calls.stream().map(rows -> call(file, language, rows)).toList();
  }

  private static TrackedTalk call(Path file, String language, List<CSVRecord> rows) {
    CSVRecord first = rows.get(0);
    return new TrackedTalk(
        first.get("call"),
        language,
        first.get("tracker"),
        TabbedRows.yesOrNo(file, first, "holds"),
        rows.stream()
            .map(
                row ->
                    new Line(
                        TabbedRows.oneOf(Speaker.class, file, row, "side"),
                        1_000L * TabbedRows.whole(file, row, "start_seconds"),
                        row.get("text")))
            .toList());
  }

  private TrackedTalks() {}
}
