package io.talktrack.jobs.models.quality;

import io.talktrack.model.PhraseFinder;
import io.talktrack.tracker.NearMeaning;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.Trackers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * How often each tracker is right when it hears something, and how much of it it hears: by its
 * phrases alone, and with what means the same.
 *
 * <p>A sentence counts for the tracker that it was written for, whoever says it.
 */
final class TrackerQuality {
  private final Trackers trackers;
  private final List<String> languages;
  private final PhraseFinder finder;
  private final BiFunction<String, String, float[]> embedding;
  private final Map<String, NearMeaning> meanings = new HashMap<>();

  /**
   * @param embedding of a text, by language and text; asked for only where a tracker hears meaning
   */
  TrackerQuality(
      Trackers trackers, List<String> languages, BiFunction<String, String, float[]> embedding) {
    this.trackers = trackers;
    this.languages = languages;
    this.finder = new PhraseFinder(trackers.trackers(), languages);
    this.embedding = embedding;
    for (String language : languages) {
      meanings.put(
          language,
          NearMeaning.fit(trackers.trackers(), language, text -> embedding.apply(language, text)));
    }
  }

  /** By embeddings of a reader that has read everything that they are needed of. */
  static TrackerQuality by(
      TextReader reader, Trackers trackers, List<String> languages, List<TrackedLine> lines) {
    for (String language : languages) {
      reader.readAll(language, NearMeaning.lines(trackers.trackers(), language));
      reader.readAll(
          language,
          lines.stream()
              .filter(line -> line.language().equals(language))
              .map(TrackedLine::text)
              .toList());
    }
    return new TrackerQuality(trackers, languages, reader::embedding);
  }

  MarkdownTable table(List<TrackedLine> lines) {
    MarkdownTable table =
        new MarkdownTable(
            "tracker",
            "language",
            "sentences",
            "precision of its phrases",
            "recall",
            "precision with meaning",
            "recall");
    for (Tracker tracker : trackers.trackers()) {
      addRows(
          table,
          tracker.id(),
          lines.stream().filter(line -> line.tracker().equals(tracker.id())).toList());
    }
    addRows(table, "**all**", lines);
    return table;
  }

  private void addRows(MarkdownTable table, String name, List<TrackedLine> lines) {
    for (String language : languages) {
      List<TrackedLine> own =
          lines.stream().filter(line -> line.language().equals(language)).toList();
      if (!own.isEmpty()) {
        table.row(
            name,
            language,
            own.size(),
            precision(own, this::says),
            recall(own, this::says),
            precision(own, this::hears),
            recall(own, this::hears));
      }
    }
  }

  private static Interval precision(List<TrackedLine> lines, Predicate<TrackedLine> hears) {
    List<TrackedLine> heard = lines.stream().filter(hears).toList();
    return Interval.ofShare((int) heard.stream().filter(TrackedLine::holds).count(), heard.size());
  }

  private static Interval recall(List<TrackedLine> lines, Predicate<TrackedLine> hears) {
    List<TrackedLine> holding = lines.stream().filter(TrackedLine::holds).toList();
    return Interval.ofShare((int) holding.stream().filter(hears).count(), holding.size());
  }

  /** What goes wrong, a line each. */
  List<String> errors(List<TrackedLine> lines) {
    List<String> errors = new ArrayList<>();
    for (String language : languages) {
      List<TrackedLine> own =
          lines.stream().filter(line -> line.language().equals(language)).toList();
      for (TrackedLine line : own) {
        if (hears(line) != line.holds()) {
          errors.add(
              "%s %s: %s"
                  .formatted(
                      line.holds() ? "missed by" : "wrong for", line.tracker(), line.text()));
        }
      }
    }
    return errors;
  }

  private boolean hears(TrackedLine line) {
    if (says(line)) {
      return true;
    }
    NearMeaning meaning = meanings.get(line.language());
    return meaning.hears(line.tracker())
        && meaning.heard(embedding.apply(line.language(), line.text())).contains(line.tracker());
  }

  private boolean says(TrackedLine line) {
    return finder.find(line.text(), line.language()).stream()
        .anyMatch(hit -> hit.tracker().equals(line.tracker()));
  }
}
