package io.talktrack.inbox;

import io.talktrack.sentiment.CheckedSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes and reads spans that a person checks by hand: tab-separated, without quoting. */
public final class CheckedSpans {
  private static final String[] COLUMNS = {
    "bundle", "hash", "language", "head", "label", "span", "text", "label_holds", "is_reason"
  };

  public static void write(Path file, List<CheckedSpan> spans) {
    CSVFormat format =
        CSVFormat.TDF.builder().setQuote(null).setEscape('\\').setHeader(COLUMNS).build();
    try (CSVPrinter rows =
        new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), format)) {
      for (CheckedSpan span : spans) {
        rows.printRecord(
            span.bundle(),
            span.hash(),
            span.language(),
            span.head(),
            span.label(),
            oneLine(span.span()),
            oneLine(span.text()),
            span.labelHolds(),
            span.isReason());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write spans to %s. Give a file in a folder that is there and writable."
              .formatted(file),
          e);
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\\\]+", " ");
  }

  public static List<CheckedSpan> read(Path file) {
    return TabbedRows.read("checked spans", file, List.of(COLUMNS)).stream()
        .map(
            row ->
                new CheckedSpan(
                    row.get("bundle"),
                    row.get("hash"),
                    row.get("language"),
                    row.get("head"),
                    row.get("label"),
                    row.get("span"),
                    row.get("text"),
                    row.get("label_holds"),
                    row.get("is_reason")))
        .toList();
  }

  private CheckedSpans() {}
}
