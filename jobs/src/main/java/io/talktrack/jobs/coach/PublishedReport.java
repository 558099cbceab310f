package io.talktrack.jobs.coach;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What stands beside a published report: what it was made of, and what it says in a few lines.
 *
 * @param version of the report's input, settings and layout
 */
public record PublishedReport(String version, List<String> summary) {
  private static final String FILE = "report.json";
  private static final JsonMapper JSON = new JsonMapper();

  public PublishedReport {
    summary = List.copyOf(summary);
  }

  /** The report in a folder; none where none was published whole. */
  public static Optional<PublishedReport> in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(JSON.readValue(file.toFile(), PublishedReport.class))
        : Optional.empty();
  }

  void writeTo(Path folder) throws IOException {
    Path draft = folder.resolve(FILE + ".tmp");
    Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }
}
