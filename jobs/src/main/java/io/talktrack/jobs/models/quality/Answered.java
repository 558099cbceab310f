package io.talktrack.jobs.models.quality;

import io.talktrack.jobs.models.HeadTask;
import io.talktrack.model.Head;
import io.talktrack.model.Head.Kind;
import io.talktrack.sentiment.LabelledText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One text's labels as they are and as a head gave them, both in the order of its labels.
 *
 * @param group what the text is part of; groups are independent of each other
 */
record Answered(String group, List<Boolean> truth, List<Boolean> given) {

  /** What a head gives from its thresholds on; nothing where it abstains. */
  static List<Boolean> given(Head head, float[] probabilities) {
    List<Boolean> given = new ArrayList<>();
    int best = best(probabilities);
    for (int label = 0; label < probabilities.length; label++) {
      given.add(
          probabilities[label] >= head.thresholds()[label]
              && (head.kind() == Kind.ANY_OF || label == best));
    }
    return given;
  }

  /** The likeliest label, whatever its probability. */
  static int best(float[] probabilities) {
    int best = 0;
    for (int label = 1; label < probabilities.length; label++) {
      best = probabilities[label] > probabilities[best] ? label : best;
    }
    return best;
  }

  /** Which of the labels are among some. */
  static List<Boolean> among(List<String> labels, Collection<String> some) {
    return labels.stream().map(some::contains).toList();
  }

  /** Whether a head gives a text all labels that it has, and no other. */
  static boolean isRight(HeadTask task, Head head, float[] probabilities, LabelledText text) {
    return given(head, probabilities).equals(among(head.labels(), task.labelsOf(text)));
  }

  boolean isAnswered() {
    return given.contains(true);
  }
}
