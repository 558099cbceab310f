package io.talktrack.jobs.understand;

import io.talktrack.inference.InputKeys;
import io.talktrack.model.HeadOutputs;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.Placement;
import io.talktrack.objection.ObjectionThresholds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bundle that reads each supported language. */
public final class Bundles {
  private final Batching batching;
  private final Map<String, ModelBundle> byLanguage;

  public Bundles(List<ModelBundle> bundles, Batching batching) {
    this.batching = batching;
    byLanguage = new TreeMap<>();
    bundles.forEach(bundle -> byLanguage.put(bundle.language(), bundle));
  }

  Map<String, ModelBundle> byLanguage() {
    return byLanguage;
  }

  /** Changes whenever a score could. */
  String definition() {
    StringBuilder hashes = new StringBuilder("labels-2/").append(Models.RULE);
    byLanguage.forEach(
        (language, bundle) ->
            hashes.append('/').append(language).append('=').append(bundle.hash(), 0, 16));
    Placement placement = batching.placement();
    return hashes
        .append('/')
        .append(placement.device())
        .append('/')
        .append(placement.processorHere())
        .toString();
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
        (language, bundle) -> outputs.put(language, new HeadOutputs(bundle.heads())));
    return outputs;
  }

  /** From which probability on a text of a language objects. */
  Map<String, ObjectionThresholds> thresholds() {
    Map<String, ObjectionThresholds> thresholds = new HashMap<>();
    outputs().forEach((language, read) -> thresholds.put(language, read.objectionThresholds()));
    return thresholds;
  }

  public Batching batching() {
    return batching;
  }
}
