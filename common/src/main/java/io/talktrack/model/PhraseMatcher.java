package io.talktrack.model;

import static java.util.stream.Collectors.joining;

import com.johnsnowlabs.collections.SearchTrie;
import com.johnsnowlabs.nlp.Annotation;
import com.johnsnowlabs.nlp.annotators.TextMatcherModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import scala.collection.JavaConverters;

/** Finds phrases of one language word by word, by Spark NLP's TextMatcher. */
final class PhraseMatcher implements Serializable {
  private static final long serialVersionUID = 1;

  private final TextMatcherModel matcher = new TextMatcherModel();
  private final HashMap<String, TreeSet<String>> trackersOf = new HashMap<>();

  /**
   * A phrase of a tracker: a half-open span in UTF-16 units.
   *
   * @param phrase the same for all ways to write it
   */
  record Match(String tracker, String phrase, int begin, int end) {}

  /**
   * @param phrases of each tracker, as their tokens
   */
  PhraseMatcher(Map<String, List<List<Annotation>>> phrases) {
    List<String[]> different = new ArrayList<>();
    phrases.forEach(
        (tracker, own) -> {
          for (List<Annotation> tokens : own) {
            if (!trackersOf.containsKey(key(tokens))) {
              different.add(tokens.stream().map(Annotation::result).toArray(String[]::new));
            }
            trackersOf.computeIfAbsent(key(tokens), none -> new TreeSet<>()).add(tracker);
          }
        });
    matcher.setSearchTrie(SearchTrie.apply(different.toArray(String[][]::new), false));
    matcher.setMergeOverlapping(false);
    matcher.setBuildFromTokens(false);
  }

  boolean isEmpty() {
    return trackersOf.isEmpty();
  }

  /** How many different phrases a tracker has. */
  int phrasesOf(String tracker) {
    return (int) trackersOf.values().stream().filter(ids -> ids.contains(tracker)).count();
  }

  List<Match> find(Annotation document, List<Annotation> tokens) {
    List<Annotation> input = new ArrayList<>();
    input.add(document);
    input.addAll(tokens);

    List<Match> matches = new ArrayList<>();
    for (Annotation match : JavaConverters.seqAsJavaList(matcher.annotate(Tokens.seq(input)))) {
      String phrase =
          key(
              tokens.stream()
                  .filter(token -> token.begin() >= match.begin() && token.end() <= match.end())
                  .toList());
      for (String tracker : trackersOf.getOrDefault(phrase, new TreeSet<>())) {
        matches.add(new Match(tracker, phrase, match.begin(), match.end() + 1));
      }
    }
    return matches;
  }

  private static String key(List<Annotation> tokens) {
    return tokens.stream().map(Annotation::result).collect(joining(" ")).toLowerCase(Locale.ROOT);
  }
}
