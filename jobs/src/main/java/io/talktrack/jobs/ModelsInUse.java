package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import io.talktrack.jobs.Settings.Models;
import io.talktrack.jobs.Settings.Precision;
import io.talktrack.model.ActivationRanges;
import io.talktrack.model.Head;
import io.talktrack.model.IntegerVerdict;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Processor;
import io.talktrack.model.TrainedHeads;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The models that the settings name, joined with their encoders in a precision. */
record ModelsInUse(Models settings, Precision precision) {
  static ModelsInUse of(Context context) {
    return of(context.settings());
  }

  static ModelsInUse of(Settings settings) {
    return new ModelsInUse(settings.models(), settings.models().precision());
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
    TrainedHeads trained = heads(where);
    return ModelBundle.build(trained, ranges(where, trained), settings.cache());
  }

  /** What int8 needs to know of the encoder's numbers; empty for fp32. */
  Optional<ActivationRanges> ranges(Location where, TrainedHeads trained) {
    if (precision == Precision.FP32) {
      return Optional.empty();
    }
    Optional<ActivationRanges> ranges = ranges(where);
    if (precision == Precision.AUTO) {
      return against(where, trained).isEmpty() ? ranges : Optional.empty();
    }
    if (ranges.isEmpty()) {
      throw new SettingsException(
          "Cannot use models.precision=int8: there is no %s. Run `talktrack models calibrate`, or set models.precision to fp32."
              .formatted(where.resolve(ActivationRanges.FILE)));
    }
    return ranges;
  }

  private static Optional<ActivationRanges> ranges(Location where) {
    Location file = where.resolve(ActivationRanges.FILE);
    return file.exists()
        ? Optional.of(ActivationRanges.fromJson(file.toString(), file.text()))
        : Optional.empty();
  }

  /**
   * What speaks against int8 for a model on this kind of processor; empty where its verdict allows
   * it.
   */
  private static Optional<String> against(Location where, TrainedHeads trained) {
    return verdict(where, trained)
        .map(verdict -> against(verdict, trained))
        .orElseGet(() -> Optional.of("has no verdict: run `talktrack models calibrate`"));
  }

  // a head that no sentence tested may lose anything
  private static Optional<String> against(IntegerVerdict verdict, TrainedHeads trained) {
    return trained.heads().stream()
        .map(Head::name)
        .filter(head -> !verdict.lostPoints().containsKey(head))
        .findFirst()
        .map(
            "has a verdict that says nothing of head %s: run `talktrack models calibrate` with sentences for it"
                ::formatted)
        .or(() -> verdict.against(Processor.kind()));
  }

  /** What was measured of a model in int8; empty where it was another's, or nobody measured. */
  static Optional<IntegerVerdict> verdict(Location where, TrainedHeads trained) {
    Optional<ActivationRanges> ranges = ranges(where);
    Location file = where.resolve(IntegerVerdict.FILE);
    return ranges.isPresent() && file.exists()
        ? Optional.of(IntegerVerdict.fromJson(file.toString(), file.text()))
            .filter(verdict -> verdict.bundle().equals(ModelBundle.version(trained, ranges)))
        : Optional.empty();
  }

  /** What speaks against the precision that was asked for. */
  Optional<String> doubts() {
    List<String> doubts =
        precision == Precision.INT8
            ? locations().flatMap(where -> against(where).stream()).toList()
            : List.of();
    return doubts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "models.precision is int8, but %s. Set it to auto, which takes int8 where it was measured to pay, or to fp32."
                .formatted(String.join("; ", doubts)));
  }

  private static Optional<String> against(Location where) {
    TrainedHeads trained = heads(where);
    return against(where, trained).map(reason -> trained.name() + " " + reason);
  }

  /** Which model reads in which precision, and why. */
  String choice() {
    return precision == Precision.AUTO
        ? locations()
            .map(
                where ->
                    against(where)
                        .map("fp32, for int8 of %s"::formatted)
                        .orElseGet(() -> "int8 of " + heads(where).name()))
            .collect(joining("; ", "auto: ", ""))
        : precision.name().toLowerCase(Locale.ROOT);
  }
}
