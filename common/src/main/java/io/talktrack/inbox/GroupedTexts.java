package io.talktrack.inbox;

import io.talktrack.sentiment.GroupedText;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads labelled sentences of hard kinds: a tab-separated file of the columns of labelled
 * sentences, {@code group}, and {@code as_said} (empty where nothing was misheard).
 */
public final class GroupedTexts {
  public static List<GroupedText> read(Path file) {
    return TabbedRows.read(
            "labelled sentences by kind", file, List.of("language", "group", "text", "as_said"))
        .stream()
        .map(
            row ->
                new GroupedText(
                    LabelledTexts.labelled(file, row),
                    row.get("group"),
                    row.get("as_said").isBlank() ? null : row.get("as_said")))
        .toList();
  }

  private GroupedTexts() {}
}
