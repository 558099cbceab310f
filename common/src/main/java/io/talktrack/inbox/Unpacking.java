package io.talktrack.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Unpacks bytes and counts them while they come. */
final class Unpacking {
  private static final int CHUNK = 1 << 16;

  private Unpacking() {}

  static boolean isGzip(byte[] content) {
    return GzipCompressorInputStream.matches(content, content.length);
  }

  static boolean isArchive(byte[] content) {
    return isGzip(content) || ZipArchiveInputStream.matches(content, content.length);
  }

  static byte[] gunzip(byte[] packed, ArchiveLimits limits) throws RefusedException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), CHUNK)) {
      return refuseNested(all(in, packed.length, limits));
    } catch (IOException e) {
      throw new RefusedException("TORN", "its gzip is cut or damaged. Copy or export it again");
    }
  }

  static byte[] refuseNested(byte[] content) throws RefusedException {
    if (isArchive(content)) {
      throw new RefusedException(
          "NESTED_ARCHIVE", "it is an archive within an archive. Unpack the outer one");
    }
    return content;
  }

  /**
   * Everything that a stream gives.
   *
   * @param packed bytes behind it
   */
  static byte[] all(InputStream in, long packed, ArchiveLimits limits)
      throws IOException, RefusedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (all.size() + (long) read > limits.entryBytes()) {
        throw new RefusedException(limits.tooLarge());
      }
      all.write(chunk, 0, read);
      if (limits.isBomb(all.size(), packed)) {
        throw new RefusedException(limits.bomb());
      }
    }
    return all.toByteArray();
  }
}
