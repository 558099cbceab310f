package io.talktrack.transcript;

import io.talktrack.call.Cue;
import io.talktrack.transcript.SpeakerLabels.Labelled;
import java.util.List;
import java.util.Optional;

/** Moves the names that stand in front of the words to where the speaker belongs. */
final class LabelledCues {
  private LabelledCues() {}

  static Cues of(List<Cue> cues, Limits limits) throws UnreadableException {
    Cues labelled = new Cues(limits);
    boolean named = cues.stream().anyMatch(cue -> cue.speaker() != null);
    SpeakerLabels labels =
        SpeakerLabels.of(named ? List.of() : cues.stream().map(Cue::text).toList());
    String held = null;
    for (Cue cue : cues) {
      Optional<Labelled> split = labels.split(cue.text());
      if (split.isPresent()) {
        if (!split.get().text().isEmpty()) {
          labelled.add(spokenBy(cue, split.get().name(), split.get().text()));
        }

        held = labels.holdUntilNext() ? split.get().name() : null;
      } else {
        labelled.add(held == null ? cue : spokenBy(cue, held, cue.text()));
      }
    }

    return labelled;
  }

  private static Cue spokenBy(Cue cue, String speaker, String text) {
    return new Cue(
        cue.startMillis(), cue.endMillis(), speaker, cue.side(), cue.channel(), text, cue.words());
  }
}
