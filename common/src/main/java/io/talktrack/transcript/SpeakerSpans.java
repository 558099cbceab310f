package io.talktrack.transcript;

import java.util.TreeMap;

/** Who speaks from when on, for sources that list speakers apart from words. */
final class SpeakerSpans {
  private final TreeMap<Long, Voice> starts = new TreeMap<>();

  void add(Long startMillis, String speaker) {
    if (startMillis != null) {
      starts.put(startMillis, Voice.of(speaker));
    }
  }

  /** The voice of the last span that begins no later; before the first one nobody is known. */
  Voice at(Long millis) {
    if (millis == null || starts.floorEntry(millis) == null) {
      return Voice.UNKNOWN;
    }

    return starts.floorEntry(millis).getValue();
  }
}
