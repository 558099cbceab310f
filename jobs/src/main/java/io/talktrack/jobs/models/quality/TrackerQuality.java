package io.talktrack.jobs.models.quality;

import io.talktrack.model.PhraseFinder;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.Trackers;
import java.util.ArrayList;
import java.util.List;

/**
 * How often each tracker is right when it hears something, and how much of it it hears.
 *
 * <p>A sentence counts for the tracker that it was written for, whoever says it.
 */
final class TrackerQuality {
  private static final List<String> LANGUAGES = List.of("en", "zh");

  private final Trackers trackers;
  private final PhraseFinder finder;

  TrackerQuality(Trackers trackers) {
    this.trackers = trackers;
    this.finder = new PhraseFinder(trackers.trackers(), LANGUAGES);
  }

  MarkdownTable table(List<TrackedLine> lines) {
    MarkdownTable table =
        new MarkdownTable("tracker", "language", "sentences", "precision", "recall");
    for (Tracker tracker : trackers.trackers()) {
      for (String language : LANGUAGES) {
        addRow(
            table,
            tracker.id(),
            language,
            lines.stream()
                .filter(line -> line.tracker().equals(tracker.id()))
                .filter(line -> line.language().equals(language))
                .toList());
      }
    }
    for (String language : LANGUAGES) {
      addRow(
          table,
          "**all**",
          language,
          lines.stream().filter(line -> line.language().equals(language)).toList());
    }
    return table;
  }

  private void addRow(MarkdownTable table, String name, String language, List<TrackedLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    int hits = 0;
    int heard = 0;
    int holding = 0;
    for (TrackedLine line : lines) {
      boolean hears = hears(line);
      heard += hears ? 1 : 0;
      holding += line.holds() ? 1 : 0;
      hits += hears && line.holds() ? 1 : 0;
    }
    table.row(
        name,
        language,
        lines.size(),
        Interval.ofShare(hits, heard),
        Interval.ofShare(hits, holding));
  }

  /** What went wrong, a line each. */
  List<String> errors(List<TrackedLine> lines) {
    List<String> errors = new ArrayList<>();
    for (TrackedLine line : lines) {
      if (hears(line) != line.holds()) {
        errors.add(
            "%s %s: %s"
                .formatted(line.holds() ? "missed by" : "wrong for", line.tracker(), line.text()));
      }
    }
    return errors;
  }

  private boolean hears(TrackedLine line) {
    return finder.find(line.text(), line.language()).stream()
        .anyMatch(hit -> hit.tracker().equals(line.tracker()));
  }
}
