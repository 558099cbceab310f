package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.resource.ResourceProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestGpus {
  @TempDir private Path folder;

  @Test
  void anAddressIsTheGpusNumberAndTheFirstOneWhereSparkGivesNone() {
    assertThat(Gpus.number("3")).isEqualTo(3);
    assertThat(Gpus.number("")).isZero();
  }

  @Test
  void anAddressThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Gpus.number("MIG-7a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the GPU's address is 'MIG-7a', and ONNX Runtime takes numbers: the discovery script"
                + " has to print the index of each GPU");
  }

  @Test
  void kindsAreThoseThatTheDriverTells() throws IOException {
    put("0000:01:00.0", "NVIDIA H100 80GB HBM3");
    put("0000:02:00.0", "NVIDIA H100 80GB HBM3");

    assertThat(Gpus.kindsIn(folder)).isEqualTo("nvidia-h100-80gb-hbm3");
    assertThat(Gpus.kindsIn(folder.resolve("nowhere"))).isEqualTo("unknown-gpu");
  }

  private void put(String gpu, String model) throws IOException {
    Path information = Files.createDirectories(folder.resolve(gpu)).resolve("information");
    Files.writeString(information, "Model: \t\t " + model + "\nIRQ:   \t\t 44\n");
  }

  @Test
  void theReadingStagesProfileSharesOneGpuAmongAnExecutorsTasks() {
    ResourceProfile profile =
        Gpus.profile(
            new SparkConf(false)
                .set("spark.executor.cores", "4")
                .set("spark.executor.resource.gpu.discoveryScript", "/opt/gpus.sh"));

    assertThat(profile.executorResourcesJMap().get("gpu").amount()).isEqualTo(1);
    assertThat(profile.executorResourcesJMap().get("gpu").discoveryScript())
        .isEqualTo("/opt/gpus.sh");
    assertThat(profile.taskResourcesJMap().get("gpu").amount()).isEqualTo(0.25);
  }

  @Test
  void aRuntimeForCpusSaysWhatItMisses() {
    assertThat(Gpus.missing(0)).startsWith("ONNX Runtime says: ");
  }
}
