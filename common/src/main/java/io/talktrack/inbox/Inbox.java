package io.talktrack.inbox;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The input folder: {@code calls/ emails/ crm/ knowledge/}, any of which may be missing. The only
 * code that reads source files.
 */
public final class Inbox implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Pattern MAILDIR_FOLDER = Pattern.compile("/\\.[^/.][^/]*/(cur|new)/");

  private final SerializableConfiguration configuration;
  private final String root;
  private final long largestFile;

  /** The parts of an input folder. */
  public enum Part {
    CALLS,
    EMAILS,
    CRM,
    KNOWLEDGE;

    String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Inbox(SparkSession spark, String root, long largestFile) {
    this(spark.sessionState().newHadoopConf(), root, largestFile);
  }

  /** A folder that is read without Spark. */
  public static Inbox local(java.nio.file.Path folder, long largestFile) {
    return new Inbox(new Configuration(), folder.toAbsolutePath().toString(), largestFile);
  }

  private Inbox(Configuration hadoop, String root, long largestFile) {
    this.configuration = new SerializableConfiguration(hadoop);
    this.root = root;
    this.largestFile = largestFile;
    try {
      Path folder = new Path(root);
      if (!folder.getFileSystem(hadoop).exists(folder)) {
        throw new IllegalArgumentException(
            "Cannot read input %s: it does not exist. Give a folder with calls/, emails/, crm/ or knowledge/ by --input."
                .formatted(root));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot reach input " + root, e);
    }
  }

  public String root() {
    return root;
  }

  /**
   * Every file of a part in the order of its path; hidden files and those of editors left out.
   * Links are followed but for those that lead nowhere, or back to a folder that they lie in.
   */
  public List<SourceFile> list(Part part) {
    List<SourceFile> files = new ArrayList<>();
    Path folder = new Path(root, part.folder());
    try {
      FileSystem system = fileSystem();
      if (!system.exists(folder)) {
        return files;
      }
      URI base = system.makeQualified(new Path(root)).toUri();
      for (FileStatus file : files(system, folder)) {
        String path = base.relativize(file.getPath().toUri()).getPath();
        if (!isHidden(path)) {
          files.add(new SourceFile(path, file.getLen(), file.getModificationTime()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot list %s of input %s".formatted(part.folder(), root), e);
    }
    files.sort(Comparator.comparing(SourceFile::path));
    return files;
  }

  private static List<FileStatus> files(FileSystem system, Path folder) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    if (system instanceof LocalFileSystem) {
      walk(system, folder, new HashSet<>(), files);
      return files;
    }
    RemoteIterator<LocatedFileStatus> found = system.listFiles(folder, true);
    while (found.hasNext()) {
      files.add(found.next());
    }
    return files;
  }

  // Hadoop's own listing follows a link to a folder around it until the path is too long
  private static void walk(
      FileSystem system, Path folder, Set<java.nio.file.Path> around, List<FileStatus> files)
      throws IOException {
    java.nio.file.Path real = java.nio.file.Path.of(folder.toUri().getPath()).toRealPath();
    if (!around.add(real)) {
      return;
    }
    for (FileStatus file : system.listStatus(folder)) {
      if (file.isDirectory()) {
        walk(system, file.getPath(), around, files);
      } else {
        files.add(file);
      }
    }
    around.remove(real);
  }

  /**
   * The same with the files that archives hold in their place, each with its archive's length and
   * time of change: an archive of which both are as they were is not opened again.
   *
   * @param known the present state of the part's files, by path
   */
  public List<SourceFile> listWithin(Part part, Map<String, RawFile> known) {
    Map<String, List<SourceFile>> before = unpackedBefore(known);
    List<SourceFile> files = new ArrayList<>();
    try (InboxReader reader = reader()) {
      for (SourceFile file : list(part)) {
        if (!InboxReader.isArchive(file.path())) {
          files.add(file);
          continue;
        }
        List<SourceFile> unchanged =
            before.getOrDefault(file.path(), List.of()).stream()
                .filter(
                    entry ->
                        entry.length() == file.length()
                            && entry.modifiedMillis() == file.modifiedMillis())
                .toList();
        files.addAll(unchanged.isEmpty() ? reader.within(file) : unchanged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot look into an archive in %s of input %s".formatted(part.folder(), root), e);
    }
    files.sort(Comparator.comparing(SourceFile::path));
    return files;
  }

  private static Map<String, List<SourceFile>> unpackedBefore(Map<String, RawFile> known) {
    Map<String, List<SourceFile>> before = new HashMap<>();
    for (RawFile file : known.values()) {
      int end = InboxReader.archiveEnd(file.path());
      if (end > 0) {
        before
            .computeIfAbsent(file.path().substring(0, end), none -> new ArrayList<>())
            .add(new SourceFile(file.path(), file.length(), file.modifiedMillis()));
      }
    }
    return before;
  }

  /** Reads files one after another; archives and packed files too. */
  public InboxReader reader() {
    return new InboxReader(this, ArchiveLimits.of(largestFile));
  }

  FSDataInputStream open(String path) throws IOException {
    return withoutChecksums().open(new Path(root, new Path(null, null, path)));
  }

  long length(String path) throws IOException {
    return fileSystem().getFileStatus(new Path(root, new Path(null, null, path))).getLen();
  }

  /** All bytes of a file; empty where it is larger than the settings allow. */
  public Optional<byte[]> read(SourceFile file) throws IOException {
    if (file.length() > largestFile) {
      return Optional.empty();
    }
    try (InputStream in = open(file.path())) {
      byte[] content = in.readNBytes((int) largestFile + 1);
      return content.length > largestFile ? Optional.empty() : Optional.of(content);
    } catch (FileNotFoundException e) {
      throw new IOException("A file of the input vanished while it was read: " + file.path(), e);
    }
  }

  private FileSystem fileSystem() throws IOException {
    return new Path(root).getFileSystem(configuration.value());
  }

  /** Hadoop builds no name of a checksum file where the file's own has a colon, as in a Maildir. */
  private FileSystem withoutChecksums() throws IOException {
    return fileSystem() instanceof ChecksumFileSystem local
        ? local.getRawFileSystem()
        : fileSystem();
  }

  static boolean isHidden(String path) {
    // a Maildir's folders for sent and filed mail begin with a dot
    for (String name : MAILDIR_FOLDER.matcher(path).replaceFirst("/$1/").split("/", -1)) {
      if (name.startsWith(".") || name.startsWith("_") || name.endsWith("~")) {
        return true;
      }
    }
    return false;
  }
}
