package io.talktrack.jobs.models;

import static java.util.stream.Collectors.joining;

import io.talktrack.identity.ContentHash;
import io.talktrack.jobs.models.TrainHeads.Method;
import io.talktrack.sentiment.LabelledText;
import java.util.List;

/**
 * What a training run starts from: who starts from the same on the same kind of processor gets the
 * same model.
 *
 * @param settings in words
 * @param seed of all that is drawn by chance; null where nothing is
 */
record TrainingPlan(
    List<LabelledText> training, List<LabelledText> test, String settings, Integer seed) {
  static TrainingPlan of(List<LabelledText> texts, Method method) {
    boolean isTuned = method == Method.FINE_TUNED;
    return new TrainingPlan(
        texts.stream().filter(text -> !text.isTest()).toList(),
        texts.stream().filter(LabelledText::isTest).toList(),
        isTuned ? HeadTrainer.SETTINGS + "; " + EncoderTuner.PLAN : HeadTrainer.SETTINGS,
        isTuned ? EncoderTuner.PLAN.seed() : null);
  }

  String trainingHash() {
    return hash(training);
  }

  String testHash() {
    return hash(test);
  }

  /** Of sentences with all that is said of them, in their order. */
  static String hash(List<LabelledText> texts) {
    return ContentHash.of(texts.stream().map(LabelledText::toString).collect(joining("\n")));
  }
}
