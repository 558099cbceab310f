package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.bench.InferenceArm.Cost;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestInferenceTable {
  private final InferenceTable table = new InferenceTable();

  @BeforeEach
  void threeRoundsOfTwoArms() {
    for (double seconds : new double[] {2, 1, 4}) {
      table.add(InferenceWorkload.SHORT, "plain", 100, new Cost(seconds, 2 * seconds));
      table.add(InferenceWorkload.SHORT, "other", 100, new Cost(2 * seconds, seconds));
    }
  }

  @Test
  void armsAreComparedWithTheFirstByMedians() {
    assertThat(table.lines())
        .containsExactly(
            "short utterances:",
            "  texts/s, median (least to most) | of the first | CPU s | texts per CPU s",
            "  50 (25 to 100)         | 1.000 |    4.00 |     25 | plain",
            "  25 (13 to 50)          | 0.500 |    2.00 |     50 | other");
  }

  @Test
  void programsGetTheSameNumbers(@TempDir Path folder) throws Exception {
    table.write(folder.resolve("bench.csv"));

    assertThat(Files.readAllLines(folder.resolve("bench.csv")))
        .containsExactly(
            "workload,arm,texts,texts_per_second,least,most,cpu_seconds",
            "short,\"plain\",100,50.00,25.00,100.00,4.000",
            "short,\"other\",100,25.00,12.50,50.00,2.000");
  }
}
