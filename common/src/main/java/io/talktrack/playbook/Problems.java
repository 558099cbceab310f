package io.talktrack.playbook;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a definition file, collected so that it is told at once. */
public final class Problems {
  private static final int SHOWN = 60;

  private final List<String> found = new ArrayList<>();

  /**
   * Notes one problem.
   *
   * @param path where in the file, as in {@code stages[0].criteria[2].weight}
   * @param fix what to write instead
   */
  public void add(String path, Object value, String fix) {
    found.add("%s: %s: %s".formatted(path, shortened(String.valueOf(value)), fix));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Throws if anything was found. */
  public void refuse(String definition) {
    if (!isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot use %s, %d problem(s):%s"
              .formatted(
                  definition,
                  found.size(),
                  found.stream().map(problem -> "\n  " + problem).collect(joining())));
    }
  }

  private static String shortened(String value) {
    int length = value.codePointCount(0, value.length());
    return length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "...";
  }
}
