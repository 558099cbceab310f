package io.talktrack.jobs.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talktrack.inbox.LabelledTexts;
import io.talktrack.inference.CachedInference;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.FineTuning;
import io.talktrack.model.FineTuning.Tuned;
import io.talktrack.model.Head;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Pretrained;
import io.talktrack.model.TextEncoder;
import io.talktrack.model.TrainedHeads;
import io.talktrack.model.TunedWeights;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.monitoring.RegisteredModel;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the model of one language from labelled sentences: heads on the frozen encoder by logistic
 * regression; on request the encoder fine-tuned with its heads; calibration, thresholds; measured
 * on scenarios kept apart.
 */
public final class TrainHeads implements Job {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_TOKENS = 256;

  /** What is trained. */
  public enum Method {
    /** Heads alone. */
    FROZEN,
    /** Encoder and heads; the heads on the frozen encoder stay if they are no worse. */
    FINE_TUNED
  }

  private final SparkSession spark;
  private final Lake lake;
  private final Path data;
  private final String language;
  private final Method method;
  private final Path heads;
  private final Path cache;

  /**
   * @param heads the folder that gets one folder per trained bundle
   */
  public TrainHeads(
      SparkSession spark,
      Lake lake,
      Path data,
      String language,
      Method method,
      Path heads,
      Path cache) {
    this.spark = spark;
    this.lake = lake;
    this.data = data;
    this.language = language;
    this.method = method;
    this.heads = heads;
    this.cache = cache;
  }

  /** Heads, the encoder that they read, and how both came about. */
  private record Trained(List<Head> heads, TunedWeights tuned, String words) {}

  @Override
  public String name() {
    return "models train";
  }

  @Override
  public Outcome run() {
    List<LabelledText> texts =
        LabelledTexts.read(data).stream().filter(text -> text.language().equals(language)).toList();
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot train heads for language '%s': %s holds no sentence in it."
              .formatted(language, data));
    }
    TrainingPlan plan = TrainingPlan.of(texts, method);
    Pretrained encoder =
        language.equals("zh") ? Pretrained.BGE_SMALL_ZH_V1_5 : Pretrained.ALL_MINILM_L6_V2;
    if (method == Method.FINE_TUNED) {
      FineTuning.requireEngine();
    }

    Trained trained = trained(encoder, plan.training());
    TrainedHeads draft = named(encoder, trained, JSON.createObjectNode(), "draft");
    List<HeadQuality> quality =
        HeadEvaluation.of(spark, ModelBundle.build(draft, cache), plan.test());
    TrainedHeads result =
        named(
            encoder,
            trained,
            training(trained.words(), plan, quality),
            ModelCard.of(
                "talktrack-" + language,
                encoder,
                trained.words(),
                plan.training().size(),
                plan.test().size(),
                quality));
    result.save(heads.resolve(result.name()));
    register(result, trained.words(), TrainingPlan.hash(texts), plan, quality);

    return new Outcome.Wrote(
        "model %s: %s; from %d sentences, measured on %d of other scenarios:%n%s"
            .formatted(
                result.name(),
                trained.words(),
                plan.training().size(),
                plan.test().size(),
                HeadEvaluation.table(quality)),
        List.of(
            new Counter("training_sentences", plan.training().size()),
            new Counter("test_sentences", plan.test().size())));
  }

  private Trained trained(Pretrained encoder, List<LabelledText> training) {
    ModelBundle bare = bare(encoder, null);
    List<Example> examples = Example.withoutConstants(examples(bare, training));
    HeadTrainer trainer = new HeadTrainer(spark);
    List<FrozenHead> frozen = new ArrayList<>();
    for (HeadTask task : HeadTask.values()) {
      frozen.add(trainer.fit(task, examples));
    }
    Trained kept =
        new Trained(
            frozen.stream().map(FrozenHead::head).toList(),
            null,
            "heads on the frozen encoder by logistic regression");
    return method == Method.FROZEN ? kept : better(kept, encoder, bare, frozen, examples);
  }

  private Trained better(
      Trained kept,
      Pretrained encoder,
      ModelBundle bare,
      List<FrozenHead> frozen,
      List<Example> examples) {
    Tuned tuned;
    try (TextEncoder tokenizer = TextEncoder.open(bare)) {
      tuned = new EncoderTuner(encoder, tokenizer).tune(frozen, examples);
    }
    double before =
        frozen.stream()
            .mapToDouble(
                head -> head.heldOut().fold(EncoderTuner.HELD_OUT, HeadTrainer.FOLDS).macroF1())
            .average()
            .orElseThrow();
    List<LabelledText> held =
        examples.stream().map(Example::text).filter(EncoderTuner::isHeldOut).toList();
    String comparison =
        String.format(
            Locale.ROOT,
            "macro-F1 of the held-out fold %.3f frozen, %.3f fine-tuned%s",
            before,
            tuned.score(),
            leftOut(tuned.leftOut()));
    if (tuned.score() <= before) {
      return new Trained(kept.heads(), null, kept.words() + " (" + comparison + ")");
    }
    return new Trained(
        EncoderTuner.calibrated(tuned.heads(), examples(bare(encoder, tuned.weights()), held)),
        tuned.weights(),
        "encoder fine-tuned with all heads (" + comparison + ")");
  }

  private static String leftOut(List<String> steps) {
    return steps.isEmpty()
        ? ""
        : "; steps left out since a gradient was no number: " + String.join("; ", steps);
  }

  private ModelBundle bare(Pretrained encoder, TunedWeights tuned) {
    return ModelBundle.build(
        named(encoder, new Trained(List.of(), tuned, ""), JSON.createObjectNode(), "encoder only"),
        cache);
  }

  private List<Example> examples(ModelBundle bare, List<LabelledText> texts) {
    List<CachedInference> read = Reading.of(spark, bare, texts);
    List<Example> examples = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      examples.add(
          new Example(
              texts.get(row), Reading.features(read.get(row)), Reading.embedding(read.get(row))));
    }
    return examples;
  }

  private TrainedHeads named(
      Pretrained encoder, Trained trained, ObjectNode training, String card) {
    return new TrainedHeads(
        "talktrack-" + language,
        language,
        encoder,
        MAX_TOKENS,
        trained.heads(),
        trained.tuned(),
        training,
        card);
  }

  private void register(
      TrainedHeads model, String words, String data, TrainingPlan plan, List<HeadQuality> quality) {
    List<RegisteredModel.Quality> measured =
        quality.stream()
            .map(
                head ->
                    new RegisteredModel.Quality(
                        head.head(), head.macroF1(), head.calibrationError()))
            .toList();
    RegisteredModel row =
        new RegisteredModel(
            model.name(),
            model.version(),
            Instant.now(),
            model.language(),
            model.encoder().name(),
            words,
            data,
            plan.trainingHash(),
            plan.testHash(),
            plan.settings(),
            plan.seed(),
            plan.training().size(),
            plan.test().size(),
            measured);
    lake.append(
        Tables.MODEL_REGISTRY, spark.createDataset(List.of(row), Tables.MODEL_REGISTRY.encoder()));
  }

  private static ObjectNode training(String words, TrainingPlan plan, List<HeadQuality> quality) {
    ObjectNode json = JSON.createObjectNode();
    json.put("method", words);
    json.put("folds", HeadTrainer.FOLDS);
    json.put("plan", plan.settings());
    json.put("seed", plan.seed());
    json.put("training_sentences", plan.training().size());
    json.put("training_sha256", plan.trainingHash());
    json.put("test_sentences", plan.test().size());
    json.put("test_sha256", plan.testHash());
    ArrayNode heads = json.putArray("quality");
    for (HeadQuality head : quality) {
      ObjectNode entry = heads.addObject();
      entry.put("head", head.head());
      entry.put("macro_f1", rounded(head.macroF1()));
      entry.put("calibration_error", rounded(head.calibrationError()));
    }
    return json;
  }

  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
  }
}
