package io.talktrack.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

/**
 * A folder that is written beside its place and takes it whole: readers see the old one or the new
 * one, never a mixture. One process at a time may hold it.
 */
final class StagedFolder implements AutoCloseable {
  // what marks a folder as ours to replace
  private static final String MARKER = ".talktrack-report";

  private final Path place;
  private final Path staged;
  private final Path retired;
  private final FileChannel lock;

  private StagedFolder(Path place, FileChannel lock) {
    this.place = place;
    this.staged = sibling(place, "new");
    this.retired = sibling(place, "old");
    this.lock = lock;
  }

  static StagedFolder beside(Path folder) throws IOException {
    Path place = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    if (place.getParent() == null) {
      throw new IOException("Cannot write a report at %s: name a folder below it".formatted(place));
    }

    Files.createDirectories(place.getParent());
    StagedFolder staged = new StagedFolder(place, locked(place));
    try {
      staged.recover();
      staged.begin();
    } catch (IOException | RuntimeException e) {
      staged.lock.close();
      throw e;
    }

    return staged;
  }

  void write(String name, byte[] content) throws IOException {
    Files.write(staged.resolve(name), content);
  }

  /** Puts the new folder in the place of the old one and returns its path. */
  Path publish() throws IOException {
    boolean hasOld = Files.exists(place);
    if (hasOld) {
      Files.move(place, retired, ATOMIC_MOVE);
    }

    try {
      Files.move(staged, place, ATOMIC_MOVE);
    } catch (IOException e) {
      if (hasOld) {
        Files.move(retired, place, ATOMIC_MOVE);
      }

      throw e;
    }

    delete(retired);
    return place;
  }

  @Override
  public void close() throws IOException {
    try {
      delete(staged);
    } finally {
      lock.close();
    }
  }

  /** Undoes what a run left that died: half a folder, or an old one that had just been moved. */
  private void recover() throws IOException {
    delete(staged);
    if (Files.exists(retired) && !Files.exists(place)) {
      Files.move(retired, place, ATOMIC_MOVE);
    }

    delete(retired);
  }

  private void begin() throws IOException {
    if (Files.exists(place) && !Files.exists(place.resolve(MARKER)) && !isEmpty(place)) {
      throw new IOException(
          "Cannot write the report to %s: it holds files that are no report. Name a new folder."
              .formatted(place));
    }

    Files.createDirectory(staged);
    Files.createFile(staged.resolve(MARKER));
  }

  private static FileChannel locked(Path place) throws IOException {
    FileChannel channel = FileChannel.open(sibling(place, "lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // held by this process: the same answer as for another one, below
    }

    channel.close();
    throw new IOException(
        "Cannot write the report to %s: another run is writing it. Run again when it has ended."
            .formatted(place));
  }

  private static Path sibling(Path place, String suffix) {
    return place.resolveSibling("." + place.getFileName() + "." + suffix);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }

    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }

    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }

            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
