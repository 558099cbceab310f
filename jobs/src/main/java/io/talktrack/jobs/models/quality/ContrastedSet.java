package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.OutsideTexts.OutsideText;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A set with a label that no head has, and what should be given more often to the texts that have
 * it than to the others.
 *
 * @param is the set's own label
 * @param given per head one of its labels, or {@code any}
 */
record ContrastedSet(
    String name,
    String source,
    String language,
    OutsideFile file,
    String is,
    SortedMap<String, String> given) {

  boolean holds(OutsideText text) {
    return text.label().equals(is);
  }

  /** The conversations in which something has the label; all texts of a set without any. */
  List<OutsideText> read(Path folder) {
    List<OutsideText> all = file.read(folder);
    Set<String> groups =
        all.stream().filter(this::holds).map(OutsideText::group).collect(Collectors.toSet());
    if (groups.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot measure on %s: no text of %s has the label '%s'. Set its 'is' and 'label' in the description of the sets."
              .formatted(name, file.path(), is));
    }
    return file.columns().group().isEmpty()
        ? all
        : all.stream().filter(text -> groups.contains(text.group())).toList();
  }
}
