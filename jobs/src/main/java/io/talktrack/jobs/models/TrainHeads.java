package io.talktrack.jobs.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talktrack.inbox.LabelledTexts;
import io.talktrack.inference.CachedInference;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.Head;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Pretrained;
import io.talktrack.model.TrainedHeads;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.sentiment.LabelledText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * Makes the heads of one language from labelled sentences: frozen encoder, logistic regression,
 * cross-validation by scenario, calibration, thresholds; measured on scenarios kept apart.
 */
public final class TrainHeads implements Job {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_TOKENS = 256;

  private final SparkSession spark;
  private final Path data;
  private final String language;
  private final Path heads;
  private final Path cache;

  /**
   * @param heads the folder that gets one folder per trained bundle
   */
  public TrainHeads(SparkSession spark, Path data, String language, Path heads, Path cache) {
    this.spark = spark;
    this.data = data;
    this.language = language;
    this.heads = heads;
    this.cache = cache;
  }

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
    List<LabelledText> training = texts.stream().filter(text -> !text.isTest()).toList();
    List<LabelledText> test = texts.stream().filter(LabelledText::isTest).toList();
    Pretrained encoder =
        language.equals("zh") ? Pretrained.BGE_SMALL_ZH_V1_5 : Pretrained.ALL_MINILM_L6_V2;

    List<Example> examples = examples(encoder, training);
    HeadTrainer trainer = new HeadTrainer(spark);
    List<Head> trained = new ArrayList<>();
    for (HeadTask task : HeadTask.values()) {
      trained.add(trainer.fit(task, examples));
    }

    TrainedHeads draft = named(encoder, trained, JSON.createObjectNode(), "draft");
    List<HeadQuality> quality = HeadEvaluation.of(spark, ModelBundle.build(draft, cache), test);
    TrainedHeads result =
        named(
            encoder,
            trained,
            training(training.size(), test.size(), quality),
            ModelCard.of("talktrack-" + language, encoder, training.size(), test.size(), quality));
    result.save(heads.resolve(result.name()));

    String table = HeadEvaluation.table(quality);
    return new Outcome.Wrote(
        "heads %s from %d sentences, measured on %d of other scenarios:%n%s"
            .formatted(result.name(), training.size(), test.size(), table),
        List.of(
            new Counter("training_sentences", training.size()),
            new Counter("test_sentences", test.size())));
  }

  private List<Example> examples(Pretrained encoder, List<LabelledText> texts) {
    ModelBundle bare =
        ModelBundle.build(
            named(encoder, List.of(), JSON.createObjectNode(), "encoder only"), cache);
    List<CachedInference> read = Reading.of(spark, bare, texts);
    List<Example> examples = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      examples.add(new Example(texts.get(row), Reading.features(read.get(row))));
    }
    return examples;
  }

  private TrainedHeads named(
      Pretrained encoder, List<Head> trained, ObjectNode training, String card) {
    return new TrainedHeads(
        "talktrack-" + language, language, encoder, MAX_TOKENS, trained, training, card);
  }

  private static ObjectNode training(int sentences, int tested, List<HeadQuality> quality) {
    ObjectNode json = JSON.createObjectNode();
    json.put(
        "method",
        "Spark ML logistic regression on the means of the frozen encoder's last four layers");
    json.put("folds", HeadTrainer.FOLDS);
    json.put("training_sentences", sentences);
    json.put("test_sentences", tested);
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
