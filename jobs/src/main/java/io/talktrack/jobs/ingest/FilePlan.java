package io.talktrack.jobs.ingest;

import io.talktrack.inbox.RawFile;
import io.talktrack.inbox.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which files have to be read: those that are new or look changed, and those whose conversation
 * they share.
 *
 * <p>Length and time of change are only a hint to read; what counts afterwards is the content hash.
 *
 * @param groups files to read by conversation key, in the order of keys and paths
 */
record FilePlan(Map<String, List<SourceFile>> groups) {
  /**
   * @param known the present state of the part's files, by path
   * @param definitionOf what reading a path depends on besides its bytes
   * @param keyOf the conversation that a path belongs to
   */
  static FilePlan of(
      List<SourceFile> listing,
      Map<String, RawFile> known,
      UnaryOperator<String> definitionOf,
      UnaryOperator<String> keyOf) {
    return of(listing, known, definitionOf, keyOf, Set.of());
  }

  /**
   * @param again paths to read though they look as before
   */
  static FilePlan of(
      List<SourceFile> listing,
      Map<String, RawFile> known,
      UnaryOperator<String> definitionOf,
      UnaryOperator<String> keyOf,
      Set<String> again) {
    Set<String> keys = new HashSet<>();
    Set<String> changed = new HashSet<>();
    for (SourceFile file : listing) {
      if (again.contains(file.path()) || isChanged(file, known.get(file.path()), definitionOf)) {
        keys.add(keyOf.apply(file.path()));
        changed.add(file.path());
      }
    }
    // a copy whose original changed may be the original now, and so may a copy of that copy
    for (boolean isComplete = false; !isComplete; ) {
      isComplete = true;
      for (RawFile file : known.values()) {
        if (changed.contains(file.duplicateOf()) && changed.add(file.path())) {
          keys.add(keyOf.apply(file.path()));
          isComplete = false;
        }
      }
    }

    Map<String, List<SourceFile>> groups = new TreeMap<>();
    for (SourceFile file : listing) {
      String key = keyOf.apply(file.path());
      if (keys.contains(key)) {
        groups.computeIfAbsent(key, none -> new ArrayList<>()).add(file);
      }
    }
    return new FilePlan(groups);
  }

  private static boolean isChanged(
      SourceFile file, RawFile known, UnaryOperator<String> definitionOf) {
    return known == null
        || known.length() != file.length()
        || known.modifiedMillis() != file.modifiedMillis()
        || !known.definitionVersion().equals(definitionOf.apply(file.path()));
  }
}
