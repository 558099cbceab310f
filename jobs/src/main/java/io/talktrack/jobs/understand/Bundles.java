package io.talktrack.jobs.understand;

import io.talktrack.inference.InputKeys;
import io.talktrack.model.Head;
import io.talktrack.model.HeadOutputs;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.Placement;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.objection.ObjectionType;
import io.talktrack.sentiment.Explanations;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bundle that reads each supported language. */
public final class Bundles {
  private final Batching batching;
  private final Map<String, ModelBundle> byLanguage;
  private final Explanations explanations;

  public Bundles(List<ModelBundle> bundles, Batching batching, Explanations explanations) {
    this.batching = batching;
    this.explanations = explanations;
    byLanguage = new TreeMap<>();
    bundles.forEach(bundle -> byLanguage.put(bundle.language(), bundle));
  }

  Map<String, ModelBundle> byLanguage() {
    return byLanguage;
  }

  /** Changes whenever a score could, or the words that are stored with it. */
  String definition() {
    StringBuilder hashes = new StringBuilder("labels-2/").append(Models.RULE);
    byLanguage.forEach(
        (language, bundle) ->
            hashes.append('/').append(language).append('=').append(bundle.hash(), 0, 16));
    Placement placement = batching.placement();
    hashes.append('/').append(placement.device()).append('/').append(placement.processorHere());
    if (explanations != Explanations.ALL) {
      hashes.append("/words=").append(explanations);
    }
    return hashes.toString();
  }

  /** How inputs of each language are named in the cache. */
  public Map<String, InputKeys> keys(byte[] secret) {
    Map<String, InputKeys> keys = new HashMap<>();
    byLanguage.forEach(
        (language, bundle) ->
            keys.put(
                language,
                new InputKeys(
                    secret,
                    bundle.hash() + "/" + Models.RULE,
                    bundle.precision(),
                    batching.placement().device(),
                    batching.placement().processorHere())));
    return keys;
  }

  /** How outputs of each language are read. */
  Map<String, HeadOutputs> outputs() {
    Map<String, HeadOutputs> outputs = new HashMap<>();
    byLanguage.forEach(
        (language, bundle) -> outputs.put(language, new HeadOutputs(bundle.heads(), explanations)));
    return outputs;
  }

  /** From which probability on a text of a language objects. */
  Map<String, ObjectionThresholds> thresholds() {
    Map<String, ObjectionThresholds> thresholds = new HashMap<>();
    byLanguage.forEach(
        (language, bundle) -> {
          Head head =
              bundle.heads().stream()
                  .filter(one -> one.name().equals("objection"))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Cannot find objections: bundle %s has no head 'objection'. Train it with `talktrack models train`."
                                  .formatted(bundle.name())));
          Map<ObjectionType, Double> byType = new EnumMap<>(ObjectionType.class);
          for (int label = 0; label < head.labels().size(); label++) {
            byType.put(ObjectionType.valueOf(head.labels().get(label)), head.thresholds()[label]);
          }
          thresholds.put(language, new ObjectionThresholds(byType));
        });
    return thresholds;
  }

  public Batching batching() {
    return batching;
  }
}
