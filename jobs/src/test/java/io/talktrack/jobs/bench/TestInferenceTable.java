package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.bench.InferenceArm.Cost;
import io.talktrack.model.ModelWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestInferenceTable {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  private final InferenceTable table = new InferenceTable();

  @BeforeEach
  void threeRoundsOfTwoArmsOfWhichTheOtherTellsNothingOfItsModel() {
    long megabytes = 900;
    for (double seconds : new double[] {2, 1, 4}) {
      ModelWork work = new ModelWork(2, 5, 950, 1000);
      table.add(
          InferenceWorkload.SHORT,
          "plain",
          100,
          new Cost(seconds, 2 * seconds, Optional.of(work)),
          OptionalLong.of(megabytes++));
      table.add(InferenceWorkload.SHORT, "other", 100, new Cost(2 * seconds, seconds), UNKNOWN);
    }
    table.addAgain("first run", 100, run(4, 57));
    table.addAgain("0 % new", 0, run(1, 0));
    table.addAgain("5 % new", 5, run(2, 3));
  }

  private static Cost run(double seconds, long forwardPasses) {
    return new Cost(
        seconds,
        2 * seconds,
        Optional.of(new ModelWork(0, forwardPasses, 10 * forwardPasses, 20 * forwardPasses)));
  }

  @Test
  void armsAreComparedWithTheFirstByMediansAndWhatTheyDoNotTellIsADash() {
    assertThat(table.lines())
        .containsExactly(
            "per round: padding in % of the tokens read, model loads, forward passes, MB resident at its end. MB are of the whole process: plain ONNX Runtime and the product's ways share one",
            "short utterances:",
            "  texts/s, median (least to most) | of the first | CPU s | texts per CPU s | padding | loads | passes | MB",
            "  50 (25 to 100)         | 1.000 |    4.00 |     25 |   5.0 |  2 |     5 |   901 | plain",
            "  25 (13 to 50)          | 0.500 |    2.00 |     50 |     – |  – |     – |     – | other");
  }

  @Test
  void runsOneAfterAnotherTellTheirForwardPasses() {
    assertThat(table.againLines())
        .containsExactly(
            "the job's first run: 4.00 (4.00 to 4.00) s, 100.0 % of the first, 57 (57 to 57) forward passes, 8.00 CPU s",
            "  again with 0 % new: 1.00 (1.00 to 1.00) s, 25.0 % of the first, 0 (0 to 0) forward passes, 2.00 CPU s",
            "  again with 5 % new: 2.00 (2.00 to 2.00) s, 50.0 % of the first, 3 (3 to 3) forward passes, 4.00 CPU s");
  }

  @Test
  void programsGetTheSameNumbersAndNothingWhereThereIsNone(@TempDir Path folder) throws Exception {
    table.write(folder.resolve("bench.csv"));

    assertThat(Files.readAllLines(folder.resolve("bench.csv")))
        .containsExactly(
            "workload,arm,texts,seconds,texts_per_second,least,most,cpu_seconds,padding_percent,model_loads,forward_passes,resident_megabytes",
            "short,\"plain\",100,2.000,50.00,25.00,100.00,4.000,5.00,2,5,901",
            "short,\"other\",100,4.000,25.00,12.50,50.00,2.000,,,,",
            "again,\"first run\",100,4.000,25.00,25.00,25.00,8.000,50.00,0,57,",
            "again,\"0 % new\",0,1.000,0.00,0.00,0.00,2.000,,0,0,",
            "again,\"5 % new\",5,2.000,2.50,2.50,2.50,4.000,50.00,0,3,");
  }

  @Test
  void aClusterIsSizedByTheArmGiven() {
    assertThat(Sizing.cluster(table.row(InferenceWorkload.SHORT, "plain"), 2, 36, 0.05))
        .isEqualTo(
            "to size a cluster, by the job: 50 utterances/s, 25 per core; 1,000 calls of 36 turns take 0.40 core hours, at 0.050 an hour 0.020; 902 MB resident at most, driver and executor in one process");
    assertThat(Sizing.cluster(table.row(InferenceWorkload.SHORT, "other"), 2, 36, 0.05))
        .contains("25 utterances/s, 13 per core", "take 0.80 core hours", "unknown MB resident");
  }
}
