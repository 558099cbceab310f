package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Models;
import io.talktrack.jobs.Settings.Precision;
import io.talktrack.model.ActivationRanges;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TrainedHeads;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that the settings name, joined with their encoders in the precision asked for. */
record ModelsInUse(Models settings) {
  static ModelsInUse of(Context context) {
    return new ModelsInUse(context.settings().models());
  }

  Stream<Location> locations() {
    return Stream.of(settings.english(), settings.chinese());
  }

  /** Where the model of a language is. */
  Location of(String language) {
    return locations()
        .filter(where -> heads(where).language().equals(language))
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    "Cannot find a model for language %s. Set models.english or models.chinese."
                        .formatted(language)));
  }

  static TrainedHeads heads(Location where) {
    return TrainedHeads.read(where.toString(), file -> where.resolve(file).bytes());
  }

  List<ModelBundle> bundles() {
    return locations().map(this::bundle).toList();
  }

  ModelBundle bundle(String language) {
    return bundle(of(language));
  }

  ModelBundle bundle(Location where) {
    return ModelBundle.build(heads(where), ranges(where), settings.cache());
  }

  /** What int8 needs to know of the encoder's numbers; empty for fp32. */
  Optional<ActivationRanges> ranges(Location where) {
    if (settings.precision() == Precision.FP32) {
      return Optional.empty();
    }
    Location ranges = where.resolve(ActivationRanges.FILE);
    if (!ranges.exists()) {
      throw new SettingsException(
          "Cannot use models.precision=int8: there is no %s. Run `talktrack models calibrate`, or set models.precision to fp32."
              .formatted(ranges));
    }
    return Optional.of(ActivationRanges.fromJson(ranges.toString(), ranges.text()));
  }
}
