package io.talktrack.playbook;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a good call goes, as data: stages, and what a rep should do in each.
 *
 * @param edition the author's own label; {@link #version()} tells any two contents apart
 * @param otherLines what reps say that counts for nothing, per language, sorted
 */
public record Playbook(
    String name,
    String edition,
    List<String> languages,
    SortedMap<String, List<String>> otherLines,
    List<Stage> stages)
    implements Serializable {
  public Playbook {
    requireNonNull(name, "name is null");
    languages = List.copyOf(languages);
    otherLines = Collections.unmodifiableSortedMap(new TreeMap<>(otherLines));
    stages = List.copyOf(stages);
  }

  /** A part of the call that is scored by itself. */
  public record Stage(String id, SortedMap<String, String> title, List<Criterion> criteria)
      implements Serializable {
    public Stage {
      requireNonNull(id, "id is null");
      title = Collections.unmodifiableSortedMap(new TreeMap<>(title));
      criteria = List.copyOf(criteria);
    }
  }

  public List<Criterion> criteria() {
    return stages.stream().flatMap(stage -> stage.criteria().stream()).toList();
  }

  /** A hash of all that can change a score, 16 hexadecimal digits. */
  public String version() {
    return CanonicalContent.hash(PlaybookScoring.RULES, this);
  }
}
