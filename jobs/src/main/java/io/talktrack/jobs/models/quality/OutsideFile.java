package io.talktrack.jobs.models.quality;

import io.talktrack.inbox.OutsideTexts;
import io.talktrack.inbox.OutsideTexts.Columns;
import io.talktrack.inbox.OutsideTexts.OutsideText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the texts of an outside set are and how they are read.
 *
 * @param path below the folder of all sets
 * @param labelsPath the labels, where they are in a file of their own
 * @param everyNth of so many conversations one is read
 */
record OutsideFile(String path, Optional<String> labelsPath, Columns columns, int everyNth) {

  boolean isIn(Path folder) {
    return folder.resolve(path).toFile().isFile();
  }

  /** What the page says of a set that is not there. */
  String missing(String name) {
    return "### %s%n%nNot measured: %s is not there.%n%n".formatted(name, path);
  }

  List<OutsideText> read(Path folder) {
    return all(folder).stream()
        .filter(text -> !text.text().isBlank())
        .filter(text -> isChosen(text.group()))
        .toList();
  }

  /** Whether a conversation is one of those that are read. */
  boolean isChosen(String conversation) {
    return Math.floorMod(conversation.hashCode(), everyNth) == 0;
  }

  private List<OutsideText> all(Path folder) {
    Path file = folder.resolve(path);
    if (labelsPath.isPresent()) {
      return OutsideTexts.lines(file, folder.resolve(labelsPath.get()));
    }
    return path.endsWith(".json") || path.endsWith(".json.zip")
        ? OutsideTexts.usersOf(file)
        : OutsideTexts.table(file, columns);
  }
}
