package io.talktrack.jobs.coach;

import static java.util.stream.Collectors.toMap;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Who is shown as the speaker of a turn: a name of the CRM, else a number within the side. */
final class SpeakerNames {
  /** Names by the number that a voice has on its call. */
  static Map<Integer, String> of(Collection<Turn> turns, Names names) {
    Map<Integer, Turn> voices =
        turns.stream()
            .collect(
                toMap(Turn::speakerNo, Function.identity(), (one, other) -> one, TreeMap::new));
    Map<Speaker, Integer> unnamed = new EnumMap<>(Speaker.class);
    Map<Integer, String> shown = new TreeMap<>();
    for (Turn voice : voices.values()) {
      String name = names.person(voice.personId());
      shown.put(
          voice.speakerNo(),
          name == null
              ? names.speaker(voice.speaker(), unnamed.merge(voice.speaker(), 1, Integer::sum))
              : name);
    }
    return shown;
  }

  private SpeakerNames() {}
}
