package io.talktrack.model;

import com.johnsnowlabs.collections.SearchTrie;
import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.annotators.TextMatcherModel;
import io.talktrack.tracker.Tracker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import scala.collection.JavaConverters;

/**
 * Finds trackers' phrases in a text, by Spark NLP's TextMatcher over whole words. Made on the
 * driver, where Spark NLP's models can be made, and sent to executors.
 */
public final class PhraseFinder implements Serializable {
  private static final long serialVersionUID = 1;

  private transient Tokens words;
  private final Map<String, TextMatcherModel> matchers = new HashMap<>();
  private final Map<String, Map<String, TreeSet<String>>> trackersOf = new HashMap<>();

  /** One tracked phrase in a text: a half-open span in code points. */
  public record Hit(String tracker, int start, int end) {}

  public PhraseFinder(List<Tracker> trackers, List<String> languages) {
    for (String language : languages) {
      Map<String, TreeSet<String>> ids = new HashMap<>();
      List<String[]> phrases = new ArrayList<>();
      for (Tracker tracker : trackers) {
        for (String phrase : tracker.phrases().getOrDefault(language, List.of())) {
          List<String> spoken = tokens().wordsOf(phrase, language);
          String key = key(spoken);
          if (!ids.containsKey(key)) {
            phrases.add(spoken.toArray(String[]::new));
          }
          ids.computeIfAbsent(key, none -> new TreeSet<>()).add(tracker.id());
        }
      }
      TextMatcherModel matcher = new TextMatcherModel();
      matcher.setSearchTrie(SearchTrie.apply(phrases.toArray(String[][]::new), false));
      matcher.setMergeOverlapping(false);
      matcher.setBuildFromTokens(false);
      matchers.put(language, matcher);
      trackersOf.put(language, ids);
    }
  }

  /** Hits in the order of their places, then of the trackers. */
  public List<Hit> find(String text, String language) {
    TextMatcherModel matcher = matchers.get(language);
    if (matcher == null || text.isBlank()) {
      return List.of();
    }
    Annotation document = Tokens.document(text, 0);
    List<Annotation> input = new ArrayList<>();
    input.add(document);
    input.addAll(tokens().of(document, language));

    List<Hit> hits = new ArrayList<>();
    for (Annotation match : JavaConverters.seqAsJavaList(matcher.annotate(Tokens.seq(input)))) {
      int start = text.codePointCount(0, match.begin());
      int end = text.codePointCount(0, match.end() + 1);
      String key = key(tokens().wordsOf(text.substring(match.begin(), match.end() + 1), language));
      for (String tracker : trackersOf.get(language).getOrDefault(key, new TreeSet<>())) {
        hits.add(new Hit(tracker, start, end));
      }
    }
    hits.sort(
        Comparator.comparingInt(Hit::start).thenComparingInt(Hit::end).thenComparing(Hit::tracker));
    return hits.stream().distinct().toList();
  }

  private Tokens tokens() {
    if (words == null) {
      words = new Tokens();
    }
    return words;
  }

  private static String key(List<String> words) {
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }
}
