package io.talktrack.inbox;

import io.talktrack.tracker.TrackedLine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads sentences to measure trackers on: tab-separated files without quoting, with the columns
 * language, tracker, holds (yes or no) and text.
 */
public final class TrackedLines {
  private static final String WHAT = "sentences for trackers";

  /** One file, or every {@code trackers*.tsv} of a folder in the order of their names. */
  public static List<TrackedLine> read(Path source) {
    List<TrackedLine> lines =
        TabbedRows.files(WHAT, source, "trackers.*\\.tsv").stream()
            .flatMap(TrackedLines::rowsOf)
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot measure trackers: %s holds no sentence. Give a file trackers.tsv, or a folder of trackers*.tsv, with the columns language, tracker, holds and text."
              .formatted(source));
    }
    return lines;
  }

  private static Stream<TrackedLine> rowsOf(Path file) {
    return TabbedRows.read(WHAT, file, List.of("language", "tracker", "holds", "text")).stream()
        .map(
            row ->
                new TrackedLine(
                    row.get("language"),
                    row.get("tracker"),
                    TabbedRows.yesOrNo(file, row, "holds"),
                    row.get("text")));
  }

  private TrackedLines() {}
}
