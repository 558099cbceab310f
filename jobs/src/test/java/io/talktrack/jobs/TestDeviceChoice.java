package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.jobs.Settings.Precision;
import io.talktrack.model.Gpus.Finding;
import io.talktrack.model.Placement;
import io.talktrack.model.Placement.Kind;
import io.talktrack.table.Lake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class TestDeviceChoice {
  @Test
  void aGpuThatWasAskedForAndCannotBeUsedStopsTheCommandAndNamesTheSetting() {
    assertThatThrownBy(() -> DeviceChoice.of(context("models.device=gpu")))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "Cannot run models on a GPU: models.device is gpu, but executor driver found: ONNX"
                + " Runtime says: ")
        .hasMessageEndingWith(
            "Build the jar with `mvn package -Pgpu` and set Spark up as common/docs/gpu.md says, or"
                + " set models.device to cpu or auto.");
  }

  @Test
  void aGpuThatWasOnlyHopedForIsDoneWithout() {
    assertThat(DeviceChoice.of(context("models.device=auto")).placement()).isEqualTo(Placement.CPU);
    assertThat(DeviceChoice.of(context("models.device=cpu")).placement()).isEqualTo(Placement.CPU);
  }

  @Test
  void readingExecutorsOfTheirOwnNeedExecutorsAndDynamicAllocation() {
    Settings.Models models = settings("models.device=gpu", "models.gpu.executors=reading").models();
    SparkConf local = new SparkConf(false).set("spark.master", "local[2]");
    SparkConf cluster = new SparkConf(false).set("spark.master", "yarn");

    assertThat(DeviceChoice.refusal(models, local, true))
        .contains(
            "Cannot give GPUs to the reading executors only: models.gpu.executors is reading, and"
                + " spark.master local[2] has no executors. Set models.gpu.executors to all.");
    assertThat(DeviceChoice.refusal(models, cluster, false))
        .contains(
            "Cannot give GPUs to the reading executors only: models.gpu.executors is reading, and"
                + " Spark starts no other executors for a stage unless"
                + " spark.dynamicAllocation.enabled is true. Set it, or models.gpu.executors to"
                + " all.");
    assertThat(
            DeviceChoice.refusal(
                models, cluster.clone().set("spark.dynamicAllocation.enabled", "true"), false))
        .isEmpty();
  }

  @Test
  void gpusMakeTheirOwnPrecisionOfFp32WhateverTheVerdictSays() {
    Settings.Models models = settings("models.precision=auto").models();

    assertThat(
            new DeviceChoice(models, new Placement(Kind.GPU_OF_APPLICATION, "h100"))
                .modelsInUse()
                .precision())
        .isEqualTo(Precision.FP32);
    assertThat(new DeviceChoice(models, Placement.CPU).modelsInUse().precision())
        .isEqualTo(Precision.AUTO);
  }

  @Test
  void whatSeveralTasksOfAnExecutorFoundIsToldOnce() {
    Finding first = new Finding("0", "3", "", "no CUDA");
    Finding second = new Finding("1", "", "", "Spark gave its tasks no GPU");

    assertThat(DeviceChoice.said(List.of(second, first, first)))
        .isEqualTo(
            "executor 0 (GPU 3) found: no CUDA; executor 1 found: Spark gave its tasks no GPU");
  }

  private static Context context(String assignment) {
    return new Context(
        settings(assignment),
        LocalSpark.session(),
        new Lake(LocalSpark.session(), "nowhere"),
        Optional.empty(),
        Optional.empty(),
        HmacKey.none(),
        new Screen().console());
  }

  private static Settings settings(String... assignments) {
    return SettingsReader.read(Optional.empty(), List.of(assignments), Map.of());
  }
}
