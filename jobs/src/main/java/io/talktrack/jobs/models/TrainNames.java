package io.talktrack.jobs.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talktrack.inbox.NamedSentences;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.models.NameTrainer.Fitted;
import io.talktrack.jobs.models.NameTrainer.Vectored;
import io.talktrack.model.ActivationRanges;
import io.talktrack.model.NameBundle;
import io.talktrack.model.NameHead;
import io.talktrack.model.NameLabel;
import io.talktrack.model.NameModel;
import io.talktrack.model.NameVectors;
import io.talktrack.model.Pretrained;
import io.talktrack.model.RangeFinder;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.privacy.NameSpotter;
import io.talktrack.privacy.NamedSentence;
import io.talktrack.privacy.SpottedName.Kind;
import io.talktrack.sentiment.ScenarioSplit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the names' head of English from marked sentences: thresholds on held-out folds of
 * scenarios, quality on scenarios that nothing was chosen on.
 */
public final class TrainNames implements Job {
  public static final String NAME = "talktrack-names-en";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pretrained ENCODER = Pretrained.ALL_MINILM_L6_V2;
  private static final int TOKEN_BUDGET = 512;
  private static final int FOLDS = 4;
  private static final double[] THRESHOLDS = {0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7};

  private final Path data;
  private final Path heads;
  private final Path cache;

  /**
   * @param data a file or folder of sentences with marked names
   * @param heads the folder that gets one folder per head
   */
  public TrainNames(Path data, Path heads, Path cache) {
    this.data = data;
    this.heads = heads;
    this.cache = cache;
  }

  @Override
  public String name() {
    return "models train-names";
  }

  @Override
  public Outcome run() {
    List<NamedSentence> sentences = NamedSentences.read(data);
    List<NamedSentence> training =
        sentences.stream().filter(one -> !ScenarioSplit.isTest(one.scenario())).toList();
    List<NamedSentence> test =
        sentences.stream().filter(one -> ScenarioSplit.isTest(one.scenario())).toList();
    if (training.isEmpty() || test.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot train a names' head: %s holds %d sentences to train on and %d to measure on, split by scenario. Add more scenarios."
              .formatted(data, training.size(), test.size()));
    }

    ActivationRanges ranges =
        RangeFinder.find(
            NameBundle.exact(ENCODER, cache), training.stream().map(NamedSentence::text).toList());
    List<Vectored> vectored = vectored(training, ranges);
    double[] thresholds = thresholds(heldOut(vectored));

    Fitted fitted = NameTrainer.fit(vectored);
    List<NameQuality> quality = new ArrayList<>();
    NameSpotter spotter = spotter(fitted, ranges, thresholds);
    quality.addAll(NameQuality.of("as written", test, spotter));
    quality.addAll(
        NameQuality.of(
            "small letters", test.stream().map(NamedSentence::inSmallLetters).toList(), spotter));
    String table = NameQuality.table(quality);
    String card = card(training.size(), test.size(), table);
    head(fitted, ranges, thresholds, training(training, test), card).save(heads.resolve(NAME));
    return new Outcome.Wrote(
        "head %s from %d sentences, measured on %d of other scenarios:%n%s"
            .formatted(NAME, training.size(), test.size(), table),
        List.of(
            new Counter("training_sentences", training.size()),
            new Counter("test_sentences", test.size())));
  }

  private List<Vectored> vectored(List<NamedSentence> sentences, ActivationRanges ranges) {
    List<double[][]> vectors =
        NameVectors.of(
            NameBundle.bare(ENCODER, ranges, cache),
            sentences.stream().map(NamedSentence::text).toList());
    List<Vectored> vectored = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      vectored.add(new Vectored(sentences.get(i), vectors.get(i)));
    }

    return vectored;
  }

  /** Sentences in both spellings, each with a fit to the other folds. */
  private record HeldOut(NamedSentence sentence, double[][] vectors, Fitted fitted) {}

  private static List<HeldOut> heldOut(List<Vectored> sentences) {
    List<HeldOut> heldOut = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Vectored> others = new ArrayList<>();
      List<Vectored> own = new ArrayList<>();
      for (Vectored one : sentences) {
        boolean isOwn = ScenarioSplit.fold(one.sentence().scenario(), FOLDS) == fold;
        (isOwn ? own : others).add(one);
      }

      Fitted fitted = NameTrainer.fit(others);
      for (Vectored one : own) {
        heldOut.add(new HeldOut(one.sentence(), one.vectors(), fitted));
        heldOut.add(new HeldOut(one.sentence().inSmallLetters(), one.vectors(), fitted));
      }
    }

    return heldOut;
  }

  /** Per label the threshold with the best F2: a name that stays is worse than a word that goes. */
  private static double[] thresholds(List<HeldOut> heldOut) {
    List<NamedSentence> sentences = heldOut.stream().map(HeldOut::sentence).toList();
    double[] best = new double[NameLabel.values().length];
    double[] bestF2 = new double[best.length];
    for (double threshold : THRESHOLDS) {
      double[] all = new double[best.length];
      Arrays.fill(all, threshold);
      List<NameQuality> quality =
          NameQuality.of(
              "both",
              sentences,
              heldOut.stream()
                  .map(one -> NameTrainer.names(one.fitted(), all, one.sentence(), one.vectors()))
                  .toList());
      for (Kind kind : Kind.values()) {
        int label = NameLabel.of(kind).row();
        double f2 =
            quality.stream()
                .filter(row -> row.words().label().equals(kind.name()))
                .findFirst()
                .orElseThrow()
                .f2();
        if (f2 > bestF2[label]) {
          bestF2[label] = f2;
          best[label] = threshold;
        }
      }
    }

    return best;
  }

  private NameSpotter spotter(Fitted fitted, ActivationRanges ranges, double[] thresholds) {
    NameHead head = head(fitted, ranges, thresholds, JSON.createObjectNode(), "draft\n");
    return NameModel.here(NameBundle.build(head, cache), head, TOKEN_BUDGET).spotter();
  }

  private static NameHead head(
      Fitted fitted,
      ActivationRanges ranges,
      double[] thresholds,
      ObjectNode training,
      String card) {
    return new NameHead(
        NAME,
        ENCODER,
        ranges,
        fitted.weights(),
        fitted.signs(),
        fitted.bias(),
        thresholds,
        training,
        card);
  }

  private static ObjectNode training(List<NamedSentence> training, List<NamedSentence> test) {
    ObjectNode json = JSON.createObjectNode();
    json.put("method", "softmax regression on the frozen encoder's first four layers and spelling");
    json.put("training_sentences", training.size());
    json.put("test_sentences", test.size());
    return json;
  }

  private static String card(int sentences, int tested, String table) {
    return """
        # %s

        Tells of each word of an English text whether it is part of a person's name, a place or an
        address: one linear layer on the first four layers of the frozen encoder %s, whose products
        multiply integers, and on how the word is written. Made by `talktrack models train-names` from `data-samples/labelled/names/`: %d
        sentences, written for this project with the help of a language model and marked while writing.
        Measured on %d sentences of other scenarios, in words:

        %s
        Thresholds by the best F2 (recall weighs twice as much as precision) on four held-out folds of
        scenarios. `common/docs/redaction.md` holds how much is masked on public sets.

        Meant for masking. It overlooks names and takes words for names; rules work beside it, and
        neither makes a text anonymous.
        """
        .formatted(NAME, ENCODER, sentences, tested, table);
  }
}
