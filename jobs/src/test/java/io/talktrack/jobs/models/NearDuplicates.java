package io.talktrack.jobs.models;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of texts that say nearly the same: at least {@value #SHARE} of the runs of three letters
 * that either has are in both (Jaccard). Marks, spaces and capitals do not count.
 */
final class NearDuplicates {
  private static final double SHARE = 0.8;
  private static final int RUN = 3;

  /** Two places in the list of texts. */
  record Pair(int one, int other) {}

  /** Two texts so alike share one of their rarest runs: only those are looked up. */
  static List<Pair> of(List<String> texts) {
    List<int[]> runs = numbered(texts.stream().map(NearDuplicates::runs).toList());
    Map<Integer, BitSet> places = new HashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (int text = 0; text < runs.size(); text++) {
      int[] own = runs.get(text);
      int rarest = own.length - (int) Math.ceil(SHARE * own.length) + 1;
      BitSet candidates = new BitSet();
      for (int place = 0; place < rarest; place++) {
        BitSet others = places.computeIfAbsent(own[place], none -> new BitSet());
        candidates.or(others);
        others.set(text);
      }
      for (int other : candidates.stream().toArray()) {
        if (likeness(own, runs.get(other)) >= SHARE) {
          pairs.add(new Pair(other, text));
        }
      }
    }
    return pairs;
  }

  /** Each text's runs by numbers in order; the rarer a run, the lower its number. */
  private static List<int[]> numbered(List<Set<String>> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(own -> own.forEach(run -> counts.merge(run, 1, Integer::sum)));
    Map<String, Integer> numbers = new HashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(comparing(Map.Entry::getKey)))
        .forEach(run -> numbers.put(run.getKey(), numbers.size()));
    return texts.stream()
        .map(own -> own.stream().mapToInt(numbers::get).sorted().toArray())
        .toList();
  }

  private static double likeness(int[] one, int[] other) {
    if (Math.min(one.length, other.length) < SHARE * Math.max(one.length, other.length)) {
      return 0;
    }
    int both = 0;
    int there = 0;
    for (int run : one) {
      while (there < other.length && other[there] < run) {
        there++;
      }
      both += there < other.length && other[there] == run ? 1 : 0;
    }
    return (double) both / (one.length + other.length - both);
  }

  private static Set<String> runs(String text) {
    String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    Set<String> runs = new HashSet<>();
    for (int start = 0; start < Math.max(1, letters.length() - RUN + 1); start++) {
      runs.add(letters.substring(start, Math.min(letters.length(), start + RUN)));
    }
    return runs;
  }

  private NearDuplicates() {}
}
