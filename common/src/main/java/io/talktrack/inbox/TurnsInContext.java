package io.talktrack.inbox;

import io.talktrack.sentiment.TurnInContext;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads labelled turns with the turn before each: a tab-separated file of the columns of labelled
 * sentences, {@code before}, and {@code needs_before} (yes or no).
 */
public final class TurnsInContext {
  public static List<TurnInContext> read(Path file) {
    return TabbedRows.read(
            "turns in context", file, List.of("language", "needs_before", "before", "text"))
        .stream()
        .map(
            row ->
                new TurnInContext(
                    LabelledTexts.labelled(file, row),
                    TabbedRows.yesOrNo(file, row, "needs_before"),
                    row.get("before")))
        .toList();
  }

  private TurnsInContext() {}
}
