package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inbox.RawFile;
import java.util.Collection;

/** Holds ingest to its books: nothing that came in is unaccounted for. */
public final class Books {
  private Books() {}

  /**
   * Every file has an outcome, and its records add up: in = processed + quarantined + duplicate.
   */
  public static void balance(Collection<RawFile> files) {
    assertThat(files)
        .allSatisfy(
            file -> {
              assertThat(file.status()).isIn("PROCESSED", "QUARANTINED", "DUPLICATE");
              assertThat(file.recordsIn())
                  .as(file.path())
                  .isEqualTo(
                      file.recordsProcessed()
                          + file.recordsQuarantined()
                          + file.recordsDuplicate());
            });
  }
}
