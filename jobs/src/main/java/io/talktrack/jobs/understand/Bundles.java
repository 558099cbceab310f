package io.talktrack.jobs.understand;

import io.talktrack.inference.InputKeys;
import io.talktrack.model.HeadOutputs;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.Placement;
import io.talktrack.objection.ObjectionThresholds;
import io.talktrack.sentiment.Explanations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The bundle that reads each supported language. */
public final class Bundles {
  private final Placement placement;
  private final Function<ModelBundle, Batching> batching;
  private final Map<String, ModelBundle> byLanguage;
  private final Explanations explanations;

  /**
   * @param placement where all of them read
   * @param batching how a bundle's texts are grouped; asked for once there are any to read
   * @param explanations whose words are stored with the labels
   */
  public Bundles(
      List<ModelBundle> bundles,
      Placement placement,
      Function<ModelBundle, Batching> batching,
      Explanations explanations) {
    this.placement = placement;
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
                    placement.device(),
                    placement.processorHere())));
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
    outputs().forEach((language, read) -> thresholds.put(language, read.objectionThresholds()));
    return thresholds;
  }

  Batching batching(String language) {
    return batching.apply(byLanguage.get(language));
  }
}
