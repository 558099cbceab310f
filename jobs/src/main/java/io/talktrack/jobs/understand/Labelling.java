package io.talktrack.jobs.understand;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.InputKeys;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.HeadOutputs;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.TokenBalance;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.Lake;
import io.talktrack.table.RecordEncoder;
import io.talktrack.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Has every text read that the cache does not hold yet, and labels units from the cache. */
final class Labelling {
  private static final long MOST_TEXTS = 65_536;

  private final SparkSession spark;
  private final Lake lake;
  private final Bundles bundles;
  private final byte[] secret;
  private final InferenceCounters counters;

  Labelling(SparkSession spark, Lake lake, Bundles bundles, byte[] secret) {
    this.spark = spark;
    this.lake = lake;
    this.bundles = bundles;
    this.secret = secret;
    this.counters = InferenceCounters.on(spark.sparkContext());
  }

  List<Counter> counters() {
    return counters.values();
  }

  /** The units with their cache key, or with the reason why no model reads them. */
  Dataset<Unit> keyed(Dataset<Unit> units) {
    Map<String, InputKeys> keys = bundles.keys(secret);
    HashMap<String, String> names = new HashMap<>();
    bundles.byLanguage().forEach((language, bundle) -> names.put(language, bundle.name()));
    return units.map(
        (MapFunction<Unit, Unit>) unit -> keyed(unit, keys.get(unit.language()), names),
        RecordEncoder.of(Unit.class));
  }

  private static Unit keyed(Unit unit, InputKeys keys, Map<String, String> names) {
    String status =
        unit.text().isBlank() ? "EMPTY" : keys == null ? "UNSUPPORTED_LANGUAGE" : "SCORED";
    boolean isRead = status.equals("SCORED");
    return new Unit(
        unit.sourceId(),
        unit.day(),
        unit.unitNo(),
        unit.side(),
        unit.language(),
        unit.text(),
        status,
        isRead ? keys.of(unit.text()) : null,
        isRead ? names.get(unit.language()) : null,
        unit.sourceVersion());
  }

  /** Appends what the cache lacks; nothing where it holds all. */
  void fill(Dataset<Unit> keyed) {
    fillTexts(
        keyed
            .filter(col("input_key").isNotNull())
            .select("input_key", "language", "text")
            .as(RecordEncoder.of(KeyedText.class)));
  }

  /** The embedding of each line in a language that has a bundle, read by way of the cache. */
  Map<String, Map<String, float[]>> embeddings(Map<String, List<String>> lines) {
    Map<String, InputKeys> keys = bundles.keys(secret);
    List<KeyedText> texts = new ArrayList<>();
    lines.forEach(
        (language, own) ->
            own.forEach(
                line -> texts.add(new KeyedText(keys.get(language).of(line), language, line))));
    Dataset<KeyedText> wanted = spark.createDataset(texts, RecordEncoder.of(KeyedText.class));
    fillTexts(wanted);

    Dataset<CachedInference> cache = cache(lake);
    Map<String, Map<String, float[]>> embeddings = new HashMap<>();
    wanted
        .join(cache, "input_key")
        .select("language", "text", "embedding")
        .as(RecordEncoder.of(EmbeddedText.class))
        .collectAsList()
        .forEach(
            line ->
                embeddings
                    .computeIfAbsent(line.language(), none -> new HashMap<>())
                    .put(line.text(), ReadTurn.floats(line.embedding())));
    return embeddings;
  }

  /** Each text once: two runs beside one another may both have read it, and say the same of it. */
  static Dataset<CachedInference> cache(Lake lake) {
    return lake.read(Tables.INFERENCE_CACHE).dropDuplicates("input_key");
  }

  private void fillTexts(Dataset<KeyedText> texts) {
    Dataset<Row> cached = lake.read(Tables.INFERENCE_CACHE).select(col("input_key"));
    Dataset<KeyedText> missing =
        texts
            .dropDuplicates("input_key")
            .join(cached, texts.col("input_key").equalTo(cached.col("input_key")), "left_anti")
            .as(RecordEncoder.of(KeyedText.class))
            .persist();
    try {
      Map<String, Long> counts = textsByLanguage(missing);
      Dataset<CachedInference> read = null;
      for (Map.Entry<String, ModelBundle> bundle : bundles.byLanguage().entrySet()) {
        if (!counts.containsKey(bundle.getKey())) {
          continue;
        }
        Dataset<KeyedText> own = missing.filter(col("language").equalTo(bundle.getKey()));
        Dataset<CachedInference> part =
            Models.infer(
                TokenBalance.over(
                    own.select(col("input_key"), col("text"))
                        .as(RecordEncoder.of(ModelInput.class)),
                    partitions(counts.get(bundle.getKey()))),
                bundle.getValue(),
                bundles.batching(bundle.getKey()),
                counters);
        read = read == null ? part : read.union(part);
      }
      if (read != null) {
        lake.append(Tables.INFERENCE_CACHE, read);
      }
    } finally {
      missing.unpersist();
    }
  }

  private static Map<String, Long> textsByLanguage(Dataset<KeyedText> texts) {
    return texts.groupBy(col("language")).count().collectAsList().stream()
        .collect(toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  /** One partition per task slot, or so many for each that losing one does not lose hours. */
  private int partitions(long texts) {
    int slots = spark.sparkContext().defaultParallelism();
    return Math.toIntExact(slots * (1 + texts / (slots * MOST_TEXTS)));
  }

  /** A text as the cache names it. */
  public record KeyedText(String inputKey, String language, String text) {}

  /** A text and its embedding, null where the encoder failed on it. */
  public record EmbeddedText(String language, String text, byte[] embedding) {}

  /** Every unit with its labels from the cache, which {@link #fill} has completed. */
  Dataset<LabelledUnit> label(Dataset<Unit> keyed) {
    Map<String, HeadOutputs> outputs = bundles.outputs();
    Dataset<CachedInference> cache = cache(lake);
    return keyed
        .joinWith(cache, keyed.col("input_key").equalTo(cache.col("input_key")), "left_outer")
        .map(
            (MapFunction<Tuple2<Unit, CachedInference>, LabelledUnit>)
                pair -> labelled(pair._1(), pair._2(), outputs),
            RecordEncoder.of(LabelledUnit.class));
  }

  private static LabelledUnit labelled(
      Unit unit, CachedInference read, Map<String, HeadOutputs> outputs) {
    boolean isScored = read != null && read.status().equals("SCORED");
    return new LabelledUnit(
        unit.sourceId(),
        unit.day(),
        unit.unitNo(),
        unit.side(),
        unit.language(),
        read == null ? unit.status() : read.status(),
        isScored ? outputs.get(unit.language()).read(read) : null,
        unit.inputKey(),
        unit.bundle(),
        read == null ? null : read.precision(),
        read == null ? null : read.device(),
        read == null ? null : read.processor(),
        unit.sourceVersion());
  }
}
