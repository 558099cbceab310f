package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import io.talktrack.jobs.Settings.Device;
import io.talktrack.jobs.Settings.GpuExecutors;
import io.talktrack.jobs.Settings.Models;
import io.talktrack.jobs.Settings.Precision;
import io.talktrack.model.GpuBundle;
import io.talktrack.model.Gpus;
import io.talktrack.model.Gpus.Finding;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Models.Batching;
import io.talktrack.model.Placement;
import io.talktrack.model.Placement.Kind;
import io.talktrack.model.TokenBudget;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** Where a command's models run: what was asked for, held against what executors find. */
record DeviceChoice(Models models, Placement placement) {
  static final String NO_INTEGERS =
      "Cannot run int8 models on a GPU: models.precision is int8, and GPUs read fp16 made of fp32. Set models.precision to fp32, or models.device to cpu.";

  private static final int MOST_TOLD = 4;
  private static final String WAY_OUT =
      "Build the jar with `mvn package -Pgpu` and set Spark up as common/docs/gpu.md says, or set"
          + " models.device to cpu or auto.";

  /** Looks before any table is touched: nobody should wait for a run that then stops. */
  static DeviceChoice of(Context context) {
    Models models = context.settings().models();
    SparkContext spark = context.spark().sparkContext();
    if (models.device() == Device.CPU || (models.device() == Device.AUTO && !hasGpu(spark))) {
      return new DeviceChoice(models, Placement.CPU);
    }
    Optional<String> refusal = refusal(models, spark.getConf(), spark.isLocal());
    if (refusal.isPresent()) {
      throw new SettingsException(refusal.get());
    }

    Kind kind =
        models.gpu().executors() == GpuExecutors.ALL ? Kind.GPU_OF_APPLICATION : Kind.GPU_OF_STAGE;
    List<Finding> findings;
    try {
      findings = Gpus.look(spark, kind, models.gpu().patience().toSeconds());
    } catch (TimeoutException e) {
      return without(context, noneCame(models));
    }
    List<Finding> unusable = findings.stream().filter(finding -> !finding.isUsable()).toList();
    return unusable.isEmpty()
        ? new DeviceChoice(models, new Placement(kind, kinds(findings)))
        : without(context, said(unusable));
  }

  // in one process Spark hands out nothing: what ONNX Runtime can use counts
  private static boolean hasGpu(SparkContext spark) {
    return spark.isLocal()
        ? Gpus.isUsableHere()
        : spark.getConf().contains("spark.executor.resource.gpu.amount");
  }

  /** Why the settings contradict Spark's; found without asking the cluster. */
  static Optional<String> refusal(Models models, SparkConf spark, boolean isLocal) {
    if (models.precision() == Precision.INT8) {
      return Optional.of(NO_INTEGERS);
    }
    boolean isReadingOnly = models.gpu().executors() == GpuExecutors.READING;
    if (isReadingOnly && isLocal) {
      return Optional.of(
          "Cannot give GPUs to the reading executors only: models.gpu.executors is reading, and spark.master %s has no executors. Set models.gpu.executors to all."
              .formatted(spark.get("spark.master")));
    }
    return isReadingOnly && !spark.getBoolean("spark.dynamicAllocation.enabled", false)
        ? Optional.of(
            "Cannot give GPUs to the reading executors only: models.gpu.executors is reading, and"
                + " Spark starts no other executors for a stage unless"
                + " spark.dynamicAllocation.enabled is true. Set it, or models.gpu.executors to"
                + " all.")
        : Optional.empty();
  }

  private static DeviceChoice without(Context context, String why) {
    Models models = context.settings().models();
    if (models.device() == Device.GPU) {
      throw new SettingsException(
          "Cannot run models on a GPU: models.device is gpu, but %s. %s".formatted(why, WAY_OUT));
    }
    context
        .console()
        .problem("Models run on CPUs: models.device is auto, but %s. %s".formatted(why, WAY_OUT));
    return new DeviceChoice(models, Placement.CPU);
  }

  private static String noneCame(Models models) {
    return "no executor with a GPU was there after %d s (models.gpu.wait)"
        .formatted(models.gpu().patience().toSeconds());
  }

  /** What executors found, each one once. */
  static String said(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                "executor %s%s found: %s"
                    .formatted(
                        finding.executor(),
                        finding.address().isEmpty() ? "" : " (GPU " + finding.address() + ")",
                        finding.missing()))
        .distinct()
        .sorted()
        .limit(MOST_TOLD)
        .collect(joining("; "));
  }

  private static String kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).distinct().sorted().collect(joining("+"));
  }

  /** The bundle as this device reads it. */
  ModelBundle bundle(ModelBundle full) {
    return placement.isGpu() ? GpuBundle.of(full) : full;
  }

  /** The models in a precision that this device reads: GPUs make their own of fp32. */
  ModelsInUse modelsInUse() {
    return placement.isGpu()
        ? new ModelsInUse(models, Precision.FP32)
        : new ModelsInUse(models, models.precision());
  }

  Batching batching(ModelBundle bundle) {
    return new Batching(models.windowRows(), tokenBudget(bundle), placement);
  }

  private int tokenBudget(ModelBundle bundle) {
    if (placement.isGpu()) {
      return models.gpu().tokenBudget();
    }
    return models.tokenBudget() == 0
        ? TokenBudget.of(bundle, models.cache())
        : models.tokenBudget();
  }
}
