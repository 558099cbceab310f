package io.talktrack.privacy;

import java.util.List;

/**
 * A value as it is said: pieces that a speaker may pause between.
 *
 * @param separator between pieces of one turn
 */
record SpokenValue(List<String> pieces, String separator) {
  SpokenValue {
    pieces = List.copyOf(pieces);
  }
}
