package io.talktrack.jobs.ingest;

import io.talktrack.inbox.Inbox;
import io.talktrack.inbox.InboxReader;
import io.talktrack.inbox.SourceFile;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Explains one file of this machine; it needs neither Spark nor a lake. */
public final class ExplainFile implements Job {
  private static final String ENTRY = ".zip!/";

  private final String file;
  private final long largestFile;
  private final IngestSettings settings;

  public ExplainFile(String file, long largestFile, IngestSettings settings) {
    this.file = file;
    this.largestFile = largestFile;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "ingest explain";
  }

  @Override
  public Outcome run() {
    int within = file.indexOf(ENTRY);
    Path onDisk = Path.of(within < 0 ? file : file.substring(0, within + 4)).toAbsolutePath();
    if (!Files.isReadable(onDisk) || Files.isDirectory(onDisk)) {
      throw new IllegalArgumentException(
          "Cannot explain %s: there is no readable file. Give a file's path, or archive.zip!/entry."
              .formatted(file));
    }
    String entry = within < 0 ? "" : file.substring(within + 4);
    Inbox inbox = Inbox.local(onDisk.getParent(), largestFile);
    try (InboxReader reader = inbox.reader()) {
      SourceFile source =
          new SourceFile(
              onDisk.getFileName() + entry,
              Files.size(onDisk),
              Files.getLastModifiedTime(onDisk).toMillis());
      List<String> entries = reader.entries(source);
      if (!entries.isEmpty()) {
        return new Outcome.Wrote(
            "an archive of %,d files\n  each of them: talktrack ingest explain '%s!/%s'"
                .formatted(entries.size(), file, entries.get(0)),
            List.of());
      }
      return FileExplanation.of(reader.read(source), file, settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
