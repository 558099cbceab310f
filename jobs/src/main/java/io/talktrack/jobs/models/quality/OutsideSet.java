package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.OutsideTexts.OutsideText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A labelled set of somebody else's.
 *
 * @param labels the set's own words for labels of the head; a text with another one is left out.
 *     Empty where no text has a label of the head
 * @param marks what others reached on it
 */
record OutsideSet(
    String name,
    String source,
    String language,
    String head,
    OutsideFile file,
    Map<String, String> labels,
    Measure measure,
    List<Mark> marks) {

  /** A published or otherwise known figure in the set's own measure. */
  record Mark(String name, double value) {}

  boolean isLabelled() {
    return !labels.isEmpty();
  }

  /** The texts that count, with labels of the head. */
  List<OutsideText> read(Path folder) {
    return file.read(folder).stream()
        .filter(text -> !isLabelled() || labels.containsKey(text.label()))
        .map(
            text ->
                new OutsideText(
                    text.group(), text.text(), labels.getOrDefault(text.label(), text.label())))
        .toList();
  }
}
