package io.talktrack.jobs.models.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for people. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String... header) {
    rows.add(List.of(header));
  }

  MarkdownTable row(Object... cells) {
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      text.append("| ").append(String.join(" | ", rows.get(row))).append(" |\n");
      if (row == 0) {
        text.append("|").append("---|".repeat(rows.get(0).size())).append("\n");
      }
    }
    return text.toString();
  }
}
