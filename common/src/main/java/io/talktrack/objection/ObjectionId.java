package io.talktrack.objection;

import io.talktrack.call.Evidence;
import io.talktrack.identity.ContentHash;

/** An objection's identity: 24 hexadecimal digits over evidence, type and version. */
final class ObjectionId {
  private static final int DIGITS = 24;

  static String of(Evidence evidence, ObjectionType type, String definitionVersion) {
    return ContentHash.of(
            evidence.source(),
            evidence.sourceId(),
            evidence.unitNo(),
            evidence.start(),
            evidence.end(),
            type,
            definitionVersion)
        .substring(0, DIGITS);
  }

  private ObjectionId() {}
}
