package io.talktrack.jobs.models;

import io.talktrack.model.Pretrained;
import java.util.List;

/**
 * The page that goes with a bundle and says what it is, what it was made from and how good it is.
 */
final class ModelCard {
  static String of(
      String name,
      Pretrained encoder,
      String words,
      int sentences,
      int tested,
      List<HeadQuality> quality) {
    return """
        # %s

        Valence, attitude to the deal, objections and playbook stage, read by %s: %s.
        Made by `talktrack models train` from `data-samples/labelled/`: %d sentences, written for
        this project by a language model and labelled as its README.md says. Measured on %d
        sentences of other scenarios, through the fused fp32 graph:

        %s
        Penalties by five-fold cross-validation over scenarios; epochs of fine-tuning by the first
        fold, which is not learnt from; calibrated (temperature, or Platt per label) and given
        thresholds on held-out folds only; a head abstains where it would be wrong more often than
        right.

        Meant for sales conversations, turn by turn, read by a person who sees the words. Not meant
        for judging people: it reads words, not moods, and says so with a probability.
        """
        .formatted(name, encoder, words, sentences, tested, HeadEvaluation.table(quality));
  }

  private ModelCard() {}
}
