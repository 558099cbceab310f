package io.talktrack.jobs.models.quality;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.model.PhraseFinder;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.tracker.NearMeaning;
import io.talktrack.tracker.Place;
import io.talktrack.tracker.TrackedCall;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.TrackedTalk;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.Trackers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * How often each tracker is right when it hears something, and how much of it it hears: by its
 * phrases, by what means the same, and by both; and how often it hears something in turns that are
 * hardly about it.
 *
 * <p>A sentence counts for the tracker that it was written for, whoever says it. What needs the
 * rest of a call is measured on short calls.
 */
final class TrackerQuality {
  private static final String NO_SENTENCES = "not measurable on single sentences";

  private final Trackers trackers;
  private final List<String> languages;
  private final PhraseFinder finder;
  private final BiFunction<String, String, float[]> embedding;
  private final Map<String, NearMeaning> meanings = new HashMap<>();
  private final Map<String, Tracker> measured = new HashMap<>();

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
          language, NearMeaning.fit(trackers, language, text -> embedding.apply(language, text)));
    }
    trackers.trackers().stream()
        .filter(tracker -> tracker.rules().areOfSentences())
        .forEach(tracker -> measured.put(tracker.id(), tracker));
  }

  /** By embeddings of a reader that has read everything that they are needed of. */
  static TrackerQuality by(
      TextReader reader,
      Trackers trackers,
      List<String> languages,
      List<TrackedLine> lines,
      List<TrackedTalk> calls,
      List<LabelledText> ordinary) {
    for (String language : languages) {
      reader.readAll(
          language,
          calls.stream()
              .filter(call -> call.language().equals(language))
              .flatMap(call -> call.lines().stream())
              .map(TrackedTalk.Line::text)
              .toList());
      reader.readAll(language, NearMeaning.lines(trackers, language));
      reader.readAll(
          language,
          lines.stream()
              .filter(line -> line.language().equals(language))
              .map(TrackedLine::text)
              .toList());
      reader.readAll(
          language,
          ordinary.stream()
              .filter(turn -> turn.language().equals(language))
              .map(LabelledText::text)
              .toList());
    }
    return new TrackerQuality(trackers, languages, reader::embedding);
  }

  /** The test turns that raise no objection and serve no stage of a call. */
  static List<LabelledText> ordinary(Collection<LabelledText> labelled) {
    return labelled.stream()
        .filter(
            turn ->
                turn.isTest()
                    && turn.objections().isEmpty()
                    && (turn.stage() == null || turn.stage().equals("NONE")))
        .toList();
  }

  /**
   * A row per tracker and language.
   *
   * @param ordinary turns that are hardly about any tracker; empty where there are none
   */
  MarkdownTable table(List<TrackedLine> lines, List<LabelledText> ordinary) {
    MarkdownTable table =
        new MarkdownTable(
            "tracker",
            "language",
            "sentences",
            "precision of its phrases",
            "recall",
            "precision of meaning alone",
            "recall",
            "precision with meaning",
            "recall",
            "hits per 1,000 ordinary turns");
    for (Tracker tracker : trackers.trackers()) {
      if (measured.containsKey(tracker.id())) {
        addRows(
            table,
            tracker.id(),
            List.of(tracker),
            lines.stream().filter(line -> line.tracker().equals(tracker.id())).toList(),
            ordinary);
      } else {
        Object[] row = new Object[10];
        Arrays.fill(row, "–");
        row[0] = tracker.id();
        row[2] = NO_SENTENCES;
        table.row(row);
      }
    }
    addRows(
        table,
        "**all**",
        List.copyOf(measured.values()),
        lines.stream().filter(this::isMeasurable).toList(),
        ordinary);
    return table;
  }

  /**
   * The trackers whose rules need a whole call, on short calls.
   *
   * @param labels of a text, by language and text
   */
  MarkdownTable callTable(List<TrackedTalk> calls, BiFunction<String, String, TextLabels> labels) {
    MarkdownTable table = new MarkdownTable("tracker", "language", "calls", "precision", "recall");
    for (Tracker tracker : trackers.trackers()) {
      for (String language : languages) {
        List<TrackedTalk> own =
            calls.stream()
                .filter(call -> call.tracker().equals(tracker.id()))
                .filter(call -> call.language().equals(language))
                .toList();
        if (!own.isEmpty()) {
          List<TrackedTalk> hit =
              own.stream().filter(call -> isHit(tracker, call, labels)).toList();
          int right = (int) hit.stream().filter(TrackedTalk::holds).count();
          table.row(
              tracker.id(),
              language,
              own.size(),
              Interval.ofShare(right, hit.size()),
              Interval.ofShare(right, (int) own.stream().filter(TrackedTalk::holds).count()));
        }
      }
    }
    return table;
  }

  private boolean isHit(
      Tracker tracker, TrackedTalk call, BiFunction<String, String, TextLabels> labels) {
    Tracker words = trackers.wordsOf(tracker);
    List<Turn> turns = call.turns();
    Map<Integer, TextLabels> read = new HashMap<>();
    List<Place> heard = new ArrayList<>();
    for (Turn turn : turns) {
      read.put(turn.turnNo(), labels.apply(turn.language(), turn.text()));
      heard.addAll(heard(words, turn));
    }
    return !new TrackedCall(turns, read).hits(tracker, words, heard).isEmpty();
  }

  private List<Place> heard(Tracker words, Turn turn) {
    return finder
        .findOrMeant(
            turn.text(),
            turn.language(),
            meanings.get(turn.language()),
            () -> embedding.apply(turn.language(), turn.text()))
        .stream()
        .filter(hit -> hit.tracker().equals(words.id()))
        .map(hit -> new Place(turn.turnNo(), hit.start(), hit.end()))
        .toList();
  }

  private void addRows(
      MarkdownTable table,
      String name,
      List<Tracker> group,
      List<TrackedLine> lines,
      List<LabelledText> ordinary) {
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
            precision(own, this::means),
            recall(own, this::means),
            precision(own, this::hears),
            recall(own, this::hears),
            hits(group, ordinary.stream().filter(t -> t.language().equals(language)).toList()));
      }
    }
  }

  /** How often a tracker that is measured on sentences hears one of the texts, whoever says it. */
  int hits(String language, List<String> texts) {
    int hits = 0;
    for (Tracker tracker : measured.values()) {
      hits += (int) texts.stream().filter(text -> hears(tracker, language, text)).count();
    }
    return hits;
  }

  private static Interval precision(List<TrackedLine> lines, Predicate<TrackedLine> hears) {
    List<TrackedLine> heard = lines.stream().filter(hears).toList();
    return Interval.ofShare((int) heard.stream().filter(TrackedLine::holds).count(), heard.size());
  }

  private static Interval recall(List<TrackedLine> lines, Predicate<TrackedLine> hears) {
    List<TrackedLine> holding = lines.stream().filter(TrackedLine::holds).toList();
    return Interval.ofShare((int) holding.stream().filter(hears).count(), holding.size());
  }

  /** Of the turns of a side that a tracker listens to, those in which it hears something. */
  private String hits(List<Tracker> group, List<LabelledText> turns) {
    int heard = 0;
    int searched = 0;
    for (LabelledText turn : turns) {
      List<Tracker> listening =
          group.stream().filter(tracker -> tracker.saidBy().includes(side(turn))).toList();
      searched += listening.isEmpty() ? 0 : 1;
      heard +=
          listening.stream().anyMatch(tracker -> hears(tracker, turn.language(), turn.text()))
              ? 1
              : 0;
    }
    return Interval.ofShare(heard, searched).perThousand();
  }

  private static Speaker side(LabelledText turn) {
    return Arrays.stream(Speaker.values())
        .filter(side -> side.name().equalsIgnoreCase(turn.side()))
        .findFirst()
        .orElse(Speaker.UNKNOWN);
  }

  /** What goes wrong, a line each. */
  List<String> errors(List<TrackedLine> lines) {
    List<String> errors = new ArrayList<>();
    for (String language : languages) {
      List<TrackedLine> own =
          lines.stream()
              .filter(line -> line.language().equals(language))
              .filter(this::isMeasurable)
              .toList();
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

  private boolean isMeasurable(TrackedLine line) {
    return trackers.trackers().stream()
        .filter(tracker -> tracker.id().equals(line.tracker()))
        .allMatch(tracker -> measured.containsKey(tracker.id()));
  }

  private boolean hears(TrackedLine line) {
    return says(line) || means(line);
  }

  private boolean says(TrackedLine line) {
    Tracker tracker = measured.get(line.tracker());
    return tracker != null && says(tracker, line.language(), line.text());
  }

  private boolean means(TrackedLine line) {
    Tracker tracker = measured.get(line.tracker());
    return tracker != null && means(tracker, line.language(), line.text());
  }

  private boolean hears(Tracker tracker, String language, String text) {
    return says(tracker, language, text) || means(tracker, language, text);
  }

  private boolean says(Tracker tracker, String language, String text) {
    return finder.find(text, language).stream()
        .anyMatch(
            hit ->
                hit.tracker().equals(tracker.wordsOf())
                    && tracker.rules().countIn(text, hit.start(), hit.end()));
  }

  private boolean means(Tracker tracker, String language, String text) {
    NearMeaning meaning = meanings.get(language);
    return meaning.hears(tracker.wordsOf())
        && meaning.heard(embedding.apply(language, text)).contains(tracker.wordsOf())
        && tracker.rules().countIn(text, 0, text.codePointCount(0, text.length()));
  }
}
