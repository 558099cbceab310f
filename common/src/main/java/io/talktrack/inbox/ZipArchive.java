package io.talktrack.inbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip archive, read by its directory and never unpacked to disk: an entry's name is an identity
 * and never a path.
 */
final class ZipArchive implements Closeable {
  private static final Refusal TORN =
      new Refusal("TORN", "the zip archive is cut or damaged. Copy or export it again");

  private final ZipFile zip;
  private final ArchiveLimits limits;
  private final TreeMap<String, ZipArchiveEntry> entries = new TreeMap<>();
  private final Set<String> twice = new HashSet<>();

  private ZipArchive(ZipFile zip, ArchiveLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /** Reads the directory; the channel is closed where it is refused. */
  static ZipArchive open(BlockChannel channel, ArchiveLimits limits)
      throws IOException, RefusedException {
    ZipArchive archive = null;
    try {
      archive = new ZipArchive(zip(channel), limits);
      archive.list(channel.size());
      return archive;
    } catch (RefusedException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static ZipFile zip(BlockChannel channel) throws RefusedException {
    try {
      ZipFile zip =
          ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
      channel.allowAll();
      return zip;
    } catch (IOException | IllegalArgumentException e) {
      if (channel.isOverAllowance()) {
        throw new RefusedException(
            "TOO_MANY_ENTRIES", "its directory is too long. Split the archive");
      }
      throw new RefusedException(TORN);
    }
  }

  private void list(long length) throws RefusedException {
    long total = 0;
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String identity = identity(entry.getName());
      if (entry.isDirectory() || isHidden(identity)) {
        continue;
      }
      if (entries.put(identity, entry) != null) {
        twice.add(identity);
      }
      if (entries.size() > limits.entries()) {
        throw new RefusedException(
            "TOO_MANY_ENTRIES",
            "it holds more than %,d files. Split the archive".formatted(limits.entries()));
      }
      total += stated(entry).isPresent() ? 0 : entry.getSize();
    }
    if (entries.isEmpty()) {
      throw new RefusedException("EMPTY", "the archive holds no file. Remove it");
    }
    if (total > limits.totalBytes()) {
      throw new RefusedException(
          "TOO_LARGE",
          "it unpacks to more than %,d bytes. Split the archive".formatted(limits.totalBytes()));
    }
    if (limits.isBomb(total, length)) {
      throw new RefusedException(limits.bomb());
    }
  }

  Set<String> identities() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** An entry's name with forward slashes and without what a table or message cannot show. */
  static String identity(String name) {
    return String.join(
        "/",
        List.of(name.replace('\\', '/').replaceAll("\\p{Cntrl}", "?").split("/+", -1)).stream()
            .filter(part -> !part.isEmpty() && !part.equals("."))
            .toList());
  }

  private static boolean isHidden(String identity) {
    return identity.isEmpty() || Inbox.isHidden(identity.replace("..", "to"));
  }

  private static boolean isUnsafe(String name) {
    String slashes = name.replace('\\', '/');
    return slashes.startsWith("/")
        || slashes.matches("(?s)[A-Za-z]:.*")
        || ("/" + slashes + "/").contains("/../")
        || slashes.chars().anyMatch(Character::isISOControl);
  }

  SourceContent read(String identity) throws IOException {
    ZipArchiveEntry entry = entries.get(identity);
    if (entry == null) {
      throw new IOException("A file of an archive vanished while it was read");
    }
    try {
      refuse(identity, entry);
      return SourceContent.of(Unpacking.refuseNested(unpacked(entry)));
    } catch (RefusedException e) {
      return SourceContent.refused(e.refusal());
    }
  }

  private void refuse(String identity, ZipArchiveEntry entry) throws RefusedException {
    if (isUnsafe(entry.getName())) {
      throw new RefusedException(
          "UNSAFE_NAME",
          "its name in the archive leads out of it. Make the archive again with relative names");
    }
    if (twice.contains(identity)) {
      throw new RefusedException(
          "SAME_NAME", "the archive holds several files of this name. Make it again with one");
    }
    if (stated(entry).isPresent()) {
      throw new RefusedException(stated(entry).get());
    }
  }

  /** Why an entry will not be read, by what the directory says of it. */
  private Optional<Refusal> stated(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Optional.of(new Refusal("ENCRYPTED", "it is encrypted. Unpack it with its password"));
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      return Optional.of(
          new Refusal("UNSUPPORTED", "it is packed by a method other than deflate. Zip it again"));
    }
    if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
      return Optional.of(TORN);
    }
    if (entry.getSize() > limits.entryBytes()) {
      return Optional.of(limits.tooLarge());
    }
    return limits.isBomb(entry.getSize(), entry.getCompressedSize())
        ? Optional.of(limits.bomb())
        : Optional.empty();
  }

  private byte[] unpacked(ZipArchiveEntry entry) throws RefusedException {
    ArchiveLimits asStated =
        new ArchiveLimits(
            entry.getSize(),
            limits.totalBytes(),
            limits.ratio(),
            limits.entries(),
            limits.directoryBytes());
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = Unpacking.all(in, entry.getCompressedSize(), asStated);
      CRC32 sum = new CRC32();
      sum.update(content);
      if (content.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
        throw new RefusedException(TORN);
      }
      return content;
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException(TORN);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
