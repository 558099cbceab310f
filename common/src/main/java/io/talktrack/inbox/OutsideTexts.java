package io.talktrack.inbox;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads labelled sets as others publish them, by the names of their columns: {@code .csv} (quoted),
 * any other table (tabs, never quoted), a text and a label a line in two files, or dialogues as
 * CrossWOZ writes them.
 */
public final class OutsideTexts {

  /**
   * One text of an outside set.
   *
   * @param group the conversation it comes from; its own row where the set does not say
   * @param label as the set writes it; empty where it has none
   */
  public record OutsideText(String group, String text, String label) {}

  /**
   * Which columns count.
   *
   * @param header the names of all of them where the file does not begin with them, else empty
   */
  public record Columns(
      String text, Optional<String> label, Optional<String> group, List<String> header) {}

  private record Dialogue(List<Said> messages) {}

  private record Said(String role, String content) {}

  /** The rows of a table; a torn row, which lacks one of the columns, is left out. */
  public static List<OutsideText> table(Path file, Columns columns) {
    List<OutsideText> texts = new ArrayList<>();
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format(file, columns))) {
      List<String> wanted = new ArrayList<>(List.of(columns.text()));
      columns.label().ifPresent(wanted::add);
      columns.group().ifPresent(wanted::add);
      for (String column : wanted) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new IllegalArgumentException(
              "Cannot read %s: it has no column '%s', only %s. Name its columns in the description of the set."
                  .formatted(file, column, rows.getHeaderNames()));
        }
      }
      for (CSVRecord row : rows) {
        if (!wanted.stream().allMatch(row::isSet)) {
          continue;
        }
        texts.add(
            new OutsideText(
                columns.group().map(row::get).orElse(Long.toString(row.getRecordNumber())),
                row.get(columns.text()),
                columns.label().map(row::get).orElse("")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read labelled set " + file, e);
    }
    return texts;
  }

  /** Texts and labels of two files, line by line. */
  public static List<OutsideText> lines(Path texts, Path labels) {
    try {
      List<String> said = Files.readAllLines(texts);
      List<String> labelled = Files.readAllLines(labels);
      if (said.size() != labelled.size()) {
        throw new IllegalArgumentException(
            "Cannot read %s: it has %,d lines and its labels %s have %,d. Give files of equal length."
                .formatted(texts, said.size(), labels, labelled.size()));
      }
      List<OutsideText> rows = new ArrayList<>();
      for (int line = 0; line < said.size(); line++) {
        rows.add(
            new OutsideText(Integer.toString(line), said.get(line), labelled.get(line).strip()));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read labelled set " + texts, e);
    }
  }

  /** What the users say in a file of dialogues, or in a zip archive of one, as CrossWOZ has it. */
  public static List<OutsideText> usersOf(Path dialogues) {
    List<OutsideText> texts = new ArrayList<>();
    OutsideJson.read(dialogues, "CrossWOZ", new TypeReference<Map<String, Dialogue>>() {})
        .forEach(
            (id, dialogue) ->
                dialogue.messages().stream()
                    .filter(said -> said.role().equals("usr"))
                    .forEach(said -> texts.add(new OutsideText(id, said.content(), ""))));
    return texts;
  }

  private static CSVFormat format(Path file, Columns columns) {
    CSVFormat base = file.toString().endsWith(".csv") ? CSVFormat.RFC4180 : TabbedRows.FORMAT;
    return base.builder()
        .setHeader(columns.header().toArray(String[]::new))
        .setSkipHeaderRecord(columns.header().isEmpty())
        .setAllowMissingColumnNames(true)
        .build();
  }

  private OutsideTexts() {}
}
