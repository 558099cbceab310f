package io.talktrack.jobs.ingest;

import io.talktrack.call.Source;
import io.talktrack.privacy.Redacted;
import io.talktrack.privacy.RestrictedText;
import io.talktrack.privacy.RestrictedText.Part;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the words in which something was masked are kept. */
enum Originals {
  DROPPED,
  KEPT;

  /** What reading a file depends on, where the originals have to be told too. */
  String definitionOf(String definition) {
    return this == KEPT ? definition + "/originals" : definition;
  }

  /** The row of a text, where it is to be kept. */
  Optional<RestrictedText> of(
      Source source,
      String id,
      LocalDate day,
      Part part,
      int unitNo,
      String text,
      Redacted redacted,
      String definition) {
    return this == KEPT && redacted.isMasked()
        ? Optional.of(new RestrictedText(source, id, day, part, unitNo, text, definition))
        : Optional.empty();
  }
}
