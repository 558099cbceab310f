package io.talktrack.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;

/** Reads the files of one task, and keeps the archives that it looked into open for the next. */
public final class InboxReader implements AutoCloseable {
  private static final int MOST_OPEN = 16;
  private static final String WITHIN = ".zip!/";

  private final Inbox inbox;
  private final ArchiveLimits limits;
  private final Map<String, Opened> opened =
      new LinkedHashMap<>(MOST_OPEN, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Opened> eldest) {
          if (size() <= MOST_OPEN) {
            return false;
          }
          InboxReader.close(eldest.getValue());
          return true;
        }
      };

  InboxReader(Inbox inbox, ArchiveLimits limits) {
    this.inbox = inbox;
    this.limits = limits;
  }

  /** An archive, or why it is none. */
  private record Opened(ZipArchive archive, Refusal refusal) {}

  static boolean isArchive(String path) {
    return path.regionMatches(true, path.length() - 4, ".zip", 0, 4);
  }

  /** Where the archive's own path ends in {@code archive.zip!/entry}; -1 for any other file. */
  static int archiveEnd(String path) {
    for (int i = path.indexOf("!/"); i > 0; i = path.indexOf("!/", i + 1)) {
      if (i >= 4 && path.regionMatches(true, i - 4, WITHIN, 0, WITHIN.length())) {
        return i;
      }
    }
    return -1;
  }

  /** The files in an archive; only the archive itself where it is refused as a whole. */
  List<SourceFile> within(SourceFile archive) throws IOException {
    Opened zip = opened(archive.path());
    if (zip.refusal() != null) {
      return List.of(archive);
    }
    return zip.archive().identities().stream()
        .map(
            identity ->
                new SourceFile(
                    archive.path() + "!/" + identity, archive.length(), archive.modifiedMillis()))
        .toList();
  }

  /** The names in an archive; none in any other file, nor in an archive that is refused. */
  public List<String> entries(SourceFile file) throws IOException {
    if (!isArchive(file.path()) || opened(file.path()).refusal() != null) {
      return List.of();
    }
    return List.copyOf(opened(file.path()).archive().identities());
  }

  /** A file's bytes, taken out of its archive or unpacked; or why there are none. */
  public SourceContent read(SourceFile file) throws IOException {
    int end = archiveEnd(file.path());
    if (end > 0) {
      Opened zip = opened(file.path().substring(0, end));
      return zip.refusal() == null
          ? zip.archive().read(file.path().substring(end + 2))
          : SourceContent.refused(zip.refusal());
    }
    if (isArchive(file.path())) {
      Opened zip = opened(file.path());
      if (zip.refusal() == null) {
        throw new IOException("An archive changed while it was read: " + file.path());
      }
      return SourceContent.refused(zip.refusal());
    }
    return plain(file);
  }

  private SourceContent plain(SourceFile file) throws IOException {
    byte[] content = inbox.read(file).orElse(null);
    if (content == null) {
      return SourceContent.refused(limits.tooLarge());
    }
    try {
      return SourceContent.of(
          Unpacking.isGzip(content) ? Unpacking.gunzip(content, limits) : content);
    } catch (RefusedException e) {
      return SourceContent.refused(e.refusal());
    }
  }

  private Opened opened(String path) throws IOException {
    Opened known = opened.get(path);
    if (known != null) {
      return known;
    }
    Opened zip;
    try {
      FSDataInputStream file = inbox.open(path);
      zip =
          new Opened(
              ZipArchive.open(
                  new BlockChannel(file, inbox.length(path), limits.directoryBytes()), limits),
              null);
    } catch (RefusedException e) {
      zip = new Opened(null, e.refusal());
    }
    opened.put(path, zip);
    return zip;
  }

  @Override
  public void close() {
    opened.values().forEach(InboxReader::close);
    opened.clear();
  }

  private static void close(Opened zip) {
    if (zip.archive() == null) {
      return;
    }
    try {
      zip.archive().close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close an archive", e);
    }
  }
}
