package io.talktrack.jobs.models.quality;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.Head;
import io.talktrack.model.HeadOutputs;
import io.talktrack.model.InferenceCounters;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.table.RecordEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Has texts read through the operator that reads calls, every text of a language once. */
final class TextReader {
  private final SparkSession spark;
  private final Map<String, ModelBundle> bundles;
  private final InferenceCounters counters;
  private final Map<String, Map<String, CachedInference>> read = new HashMap<>();

  TextReader(SparkSession spark, Collection<ModelBundle> bundles) {
    this.spark = spark;
    this.bundles = bundles.stream().collect(toMap(ModelBundle::language, identity()));
    this.counters = InferenceCounters.on(spark.sparkContext());
  }

  ModelBundle bundle(String language) {
    return bundles.get(language);
  }

  Head head(String language, String name) {
    return bundle(language).heads().stream()
        .filter(head -> head.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot measure bundle %s: it has no head '%s'. Train it with `talktrack models train`."
                        .formatted(bundle(language).name(), name)));
  }

  /** Reads what was not read before. */
  void readAll(String language, Collection<String> texts) {
    Map<String, CachedInference> known = read.computeIfAbsent(language, none -> new HashMap<>());
    Set<String> missing = new LinkedHashSet<>(texts);
    missing.removeAll(known.keySet());
    if (!missing.isEmpty()) {
      known.putAll(infer(language, List.copyOf(missing)));
    }
  }

  /** A head's probabilities, of a text that was read. */
  float[] probabilities(String language, String head, String text) {
    List<Float> outputs = read.get(language).get(text).outputs();
    int offset = 0;
    for (Head each : bundle(language).heads()) {
      int labels = each.labels().size();
      if (each.name().equals(head)) {
        float[] probabilities = new float[labels];
        for (int label = 0; label < labels; label++) {
          probabilities[label] = outputs.get(offset + label);
        }
        return probabilities;
      }
      offset += labels;
    }
    throw new IllegalStateException("The bundle has no head " + head);
  }

  /** A text's labels as calls get them, of a text that was read. */
  TextLabels labels(String language, String text) {
    return new HeadOutputs(bundle(language).heads()).read(read.get(language).get(text));
  }

  /** From which probability on a text of a language objects. */
  ObjectionThresholds thresholds(String language) {
    return new HeadOutputs(bundle(language).heads()).objectionThresholds();
  }

  /** What the encoder makes of a text that was read. */
  float[] embedding(String language, String text) {
    byte[] bytes = read.get(language).get(text).embedding();
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** Texts per second, each read anew whether it is known or not. */
  double textsPerSecond(String language, List<String> texts) {
    long start = System.nanoTime();
    infer(language, texts);
    return texts.size() / ((System.nanoTime() - start) / 1e9);
  }

  private Map<String, CachedInference> infer(String language, List<String> texts) {
    List<ModelInput> inputs = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      inputs.add(new ModelInput(Integer.toString(row), texts.get(row)));
    }
    Map<String, CachedInference> byText = new HashMap<>();
    for (CachedInference inference :
        Models.infer(
                spark
                    .createDataset(inputs, RecordEncoder.of(ModelInput.class))
                    .repartition(spark.sparkContext().defaultParallelism()),
                bundle(language),
                Batching.CPU,
                counters)
            .collectAsList()) {
      if (!inference.status().equals("SCORED")) {
        throw new IllegalStateException(
            "Cannot measure bundle %s: it failed on a text".formatted(bundle(language).name()));
      }
      byText.put(texts.get(Integer.parseInt(inference.inputKey())), inference);
    }
    return byText;
  }
}
