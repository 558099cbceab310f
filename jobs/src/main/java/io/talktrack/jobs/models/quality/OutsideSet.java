package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.OutsideTexts;
import io.talktrack.inbox.OutsideTexts.Columns;
import io.talktrack.inbox.OutsideTexts.OutsideText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A labelled set of somebody else's.
 *
 * @param file below the folder of all sets
 * @param labelsFile the labels, where they are in a file of their own
 * @param labels the set's own words for labels of the head; a text with another one is left out.
 *     Empty where no text has a label of the head
 * @param everyNth of so many conversations one is read
 * @param marks what others reached on it
 */
record OutsideSet(
    String name,
    String source,
    String language,
    String head,
    String file,
    Optional<String> labelsFile,
    Columns columns,
    Map<String, String> labels,
    Measure measure,
    int everyNth,
    List<Mark> marks) {

  /** A published or otherwise known figure in the set's own measure. */
  record Mark(String name, double value) {}

  boolean isLabelled() {
    return !labels.isEmpty();
  }

  boolean isIn(Path folder) {
    return folder.resolve(file).toFile().isFile();
  }

  /** The texts that count, with labels of the head. */
  List<OutsideText> read(Path folder) {
    List<OutsideText> all =
        labelsFile.isPresent()
            ? OutsideTexts.lines(folder.resolve(file), folder.resolve(labelsFile.get()))
            : OutsideTexts.table(folder.resolve(file), columns);
    return all.stream()
        .filter(text -> !text.text().isBlank())
        .filter(text -> Math.floorMod(text.group().hashCode(), everyNth) == 0)
        .filter(text -> !isLabelled() || labels.containsKey(text.label()))
        .map(
            text ->
                new OutsideText(
                    text.group(), text.text(), labels.getOrDefault(text.label(), text.label())))
        .toList();
  }
}
