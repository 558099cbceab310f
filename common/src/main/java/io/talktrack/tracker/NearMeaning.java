package io.talktrack.tracker;

import io.talktrack.playbook.Prototype;
import io.talktrack.tracker.Tracker.Meaning;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Hears what trackers listen for in whatever words, in one language: per tracker a {@link
 * Prototype} of the lines that its definition gives as examples. A tracker whose lines cannot be
 * told apart hears its phrases only.
 */
public final class NearMeaning implements Serializable {
  private static final long serialVersionUID = 1;
  private static final double LEAST_SEPARATION = 0.6;

  private final TreeMap<String, Prototype> prototypes;

  private NearMeaning(SortedMap<String, Prototype> prototypes) {
    this.prototypes = new TreeMap<>(prototypes);
  }

  /** The lines whose embeddings are needed. */
  public static List<String> lines(Trackers trackers, String language) {
    SortedMap<String, Meaning> meanings = meanings(trackers.trackers(), language);
    List<String> lines = new ArrayList<>();
    for (Meaning meaning : meanings.values()) {
      lines.addAll(meaning.like());
      lines.addAll(meaning.unlike());
    }
    if (!meanings.isEmpty()) {
      lines.addAll(trackers.ordinary().getOrDefault(language, List.of()));
    }
    return lines.stream().distinct().toList();
  }

  /** Fits every tracker against its own look-alikes, those of others and ordinary turns. */
  public static NearMeaning fit(
      Trackers trackers, String language, Function<String, float[]> embedding) {
    SortedMap<String, Meaning> meanings = meanings(trackers.trackers(), language);
    List<float[]> ordinary =
        meanings.isEmpty()
            ? List.of()
            : trackers.ordinary().getOrDefault(language, List.of()).stream()
                .map(embedding)
                .toList();
    SortedMap<String, Prototype> prototypes = new TreeMap<>();
    meanings.forEach(
        (id, own) -> {
          List<float[]> others = new ArrayList<>(ordinary);
          meanings.forEach(
              (other, meaning) -> {
                if (!other.equals(id)) {
                  meaning.unlike().forEach(line -> others.add(embedding.apply(line)));
                }
              });
          Prototype prototype =
              Prototype.fit(
                  own.like().stream().map(embedding).toList(),
                  own.unlike().stream().map(embedding).toList(),
                  others);
          if (prototype.separation() >= LEAST_SEPARATION) {
            prototypes.put(id, prototype);
          }
        });
    return new NearMeaning(prototypes);
  }

  private static SortedMap<String, Meaning> meanings(List<Tracker> trackers, String language) {
    SortedMap<String, Meaning> meanings = new TreeMap<>();
    for (Tracker tracker : trackers) {
      if (tracker.meanings().containsKey(language)) {
        meanings.put(tracker.id(), tracker.meanings().get(language));
      }
    }
    return meanings;
  }

  /** Whether a tracker hears more than its phrases. */
  public boolean hears(String tracker) {
    return prototypes.containsKey(tracker);
  }

  /** Whether no tracker hears more than its phrases. */
  public boolean isDeaf() {
    return prototypes.isEmpty();
  }

  /** The trackers that a turn speaks of, sorted. */
  public List<String> heard(float[] embedding) {
    List<String> heard = new ArrayList<>();
    prototypes.forEach(
        (id, prototype) -> {
          if (prototype.probability(embedding) >= prototype.threshold()) {
            heard.add(id);
          }
        });
    return heard;
  }
}
