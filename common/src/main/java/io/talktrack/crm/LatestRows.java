package io.talktrack.crm;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of one kind over all exports, each as it was written last. */
public final class LatestRows<T> {
  private final SortedMap<String, Keyed<T>> byKey = new TreeMap<>();

  /** Adds what the next export in the order of reading says. */
  void add(Keyed<T> row) {
    byKey.merge(row.key(), row, Keyed::laterRead);
  }

  boolean tellsOf(String key) {
    return byKey.containsKey(key);
  }

  /** Whether no export tells of any row, be it that it is deleted. */
  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  /** Those that are not deleted, by their key. */
  public List<T> rows() {
    return byKey.values().stream().filter(row -> !row.isDeleted()).map(Keyed::row).toList();
  }
}
