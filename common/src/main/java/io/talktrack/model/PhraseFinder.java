package io.talktrack.model;

import static java.util.stream.Collectors.toSet;

import com.johnsnowlabs.nlp.Annotation;
import io.talktrack.model.PhraseMatcher.Match;
import io.talktrack.tracker.NearMeaning;
import io.talktrack.tracker.Tracker;
import io.talktrack.tracker.TurnPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds trackers' phrases and patterns in a text, phrases by Spark NLP's TextMatcher over whole
 * words. Made on the driver, where Spark NLP's models can be made, and sent to executors.
 */
public final class PhraseFinder implements Serializable {
  private static final long serialVersionUID = 1;

  private transient Tokens words;
  private final Map<String, OfLanguage> languages = new HashMap<>();

  /** One tracked phrase in a text: a half-open span in code points. */
  public record Hit(String tracker, int start, int end) {}

  public PhraseFinder(List<Tracker> trackers, List<String> languages) {
    for (String language : languages) {
      PhraseMatcher asSaid =
          matcher(trackers.stream().filter(one -> !isStemmed(one)).toList(), language, false);
      PhraseMatcher stems =
          matcher(trackers.stream().filter(PhraseFinder::isStemmed).toList(), language, true);
      TreeMap<String, Listening> listening = new TreeMap<>();
      for (Tracker tracker : trackers) {
        PhraseMatcher matcher = isStemmed(tracker) ? stems : asSaid;
        listening.put(
            tracker.id(), Listening.of(tracker, language, matcher.phrasesOf(tracker.id())));
      }
      this.languages.put(language, new OfLanguage(asSaid, stems, listening));
    }
  }

  /** Hits in the order of their places, then of the trackers. */
  public List<Hit> find(String text, String language) {
    OfLanguage own = languages.get(language);
    if (own == null || text.isBlank()) {
      return List.of();
    }

    Annotation document = Tokens.document(text, 0);
    List<Annotation> tokens = tokens().of(document, language);
    Map<String, List<Match>> matches = new HashMap<>();
    List<Match> all = new ArrayList<>(own.asSaid().find(document, tokens));
    if (!own.stems().isEmpty()) {
      all.addAll(own.stems().find(document, tokens().stems(tokens, language)));
    }
    all.forEach(
        match -> matches.computeIfAbsent(match.tracker(), none -> new ArrayList<>()).add(match));

    List<Hit> hits = new ArrayList<>();
    own.listening()
        .forEach(
            (tracker, listening) ->
                hits.addAll(
                    hits(tracker, listening, text, matches.getOrDefault(tracker, List.of()))));
    hits.sort(
        Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end).thenComparing(Hit::tracker));
    return hits.stream().distinct().toList();
  }

  /** Hits where phrases stand, then the whole text for what it means without any of them. */
  public List<Hit> findOrMeant(
      String text, String language, NearMeaning meaning, Supplier<float[]> embedding) {
    List<Hit> hits = new ArrayList<>(find(text, language));
    if (meaning.isDeaf()) {
      return hits;
    }

    Set<String> said = hits.stream().map(Hit::tracker).collect(toSet());
    int end = text.codePointCount(0, text.length());
    meaning.heard(embedding.get()).stream()
        .filter(tracker -> !said.contains(tracker))
        .forEach(tracker -> hits.add(new Hit(tracker, 0, end)));
    return hits;
  }

  private static List<Hit> hits(
      String tracker, Listening listening, String text, List<Match> matches) {
    List<Hit> hits = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Match match : matches) {
      Hit hit =
          new Hit(
              tracker, text.codePointCount(0, match.begin()), text.codePointCount(0, match.end()));
      if (!listening.excepts(hit, text)) {
        hits.add(hit);
        said.add(match.phrase());
      }
    }
    if (said.size() < listening.least()) {
      hits.clear();
    }

    for (TurnPattern pattern : listening.patterns()) {
      for (TurnPattern.Span span : pattern.in(text)) {
        Hit hit = new Hit(tracker, span.start(), span.end());
        if (!listening.excepts(hit, text)) {
          hits.add(hit);
        }
      }
    }
    return hits;
  }

  private PhraseMatcher matcher(List<Tracker> trackers, String language, boolean isStemmed) {
    Map<String, List<List<Annotation>>> phrases = new TreeMap<>();
    for (Tracker tracker : trackers) {
      for (String phrase : tracker.phrases().getOrDefault(language, List.of())) {
        List<Annotation> spoken = tokens().of(Tokens.document(phrase, 0), language);
        phrases
            .computeIfAbsent(tracker.id(), none -> new ArrayList<>())
            .add(isStemmed ? tokens().stems(spoken, language) : spoken);
      }
    }
    return new PhraseMatcher(phrases);
  }

  private static boolean isStemmed(Tracker tracker) {
    return tracker.matching().isStemmed();
  }

  private Tokens tokens() {
    if (words == null) {
      words = new Tokens();
    }
    return words;
  }

  /** What is listened for in one language. */
  private record OfLanguage(
      PhraseMatcher asSaid, PhraseMatcher stems, TreeMap<String, Listening> listening)
      implements Serializable {}

  /** How one tracker listens in one language. */
  private record Listening(int least, List<TurnPattern> patterns, List<TurnPattern> exceptions)
      implements Serializable {
    static Listening of(Tracker tracker, String language, int phrases) {
      return new Listening(
          Math.min(tracker.matching().least(), phrases),
          patterns(tracker, tracker.matching().patterns().get(language)),
          patterns(tracker, tracker.matching().exceptions().get(language)));
    }

    private static List<TurnPattern> patterns(Tracker tracker, List<String> expressions) {
      return expressions == null
          ? List.of()
          : expressions.stream()
              .map(expression -> new TurnPattern(tracker.id(), expression))
              .toList();
    }

    boolean excepts(Hit hit, String text) {
      return exceptions.stream()
          .flatMap(exception -> exception.in(text).stream())
          .anyMatch(span -> span.overlaps(hit.start(), hit.end()));
    }
  }
}
