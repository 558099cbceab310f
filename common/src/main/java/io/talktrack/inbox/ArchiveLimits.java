package io.talktrack.inbox;

import java.io.Serializable;

/**
 * How much an archive may unpack to. What a directory states is checked before anything is read,
 * and no entry gets more bytes than its directory states; so the sum holds across tasks that read
 * one entry each.
 *
 * @param entryBytes of one file
 * @param totalBytes of all files of one archive
 * @param ratio unpacked bytes for one packed byte, beyond the first {@link #ANY_RATIO_BYTES}
 * @param entries files in one archive
 * @param directoryBytes read to learn what an archive holds
 */
record ArchiveLimits(long entryBytes, long totalBytes, int ratio, int entries, long directoryBytes)
    implements Serializable {
  /** So little harms nobody, and short files of blanks pack very well. */
  static final long ANY_RATIO_BYTES = 1 << 20;

  static ArchiveLimits of(long entryBytes) {
    return new ArchiveLimits(entryBytes, 4L << 30, 200, 10_000, 16 << 20);
  }

  boolean isBomb(long unpacked, long packed) {
    return unpacked > ANY_RATIO_BYTES && unpacked / ratio > packed;
  }

  Refusal tooLarge() {
    return new Refusal("TOO_LARGE", "larger than ingest.max-file-size");
  }

  Refusal bomb() {
    return new Refusal(
        "BOMB",
        "it unpacks to more than %d times its size. Look what it is, and put the unpacked file here"
            .formatted(ratio));
  }
}
