package io.talktrack.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.inference.ModelInput;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.table.RecordEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class TestTokenBalance {
  private final SparkSession spark = LocalSpark.session();

  @Test
  void oneGiantCallAmongSmallOnesIsSharedByAllPartitions() {
    List<ModelInput> texts = new ArrayList<>();
    for (int turn = 0; turn < 60; turn++) {
      texts.add(new ModelInput("giant " + turn, "a long turn. ".repeat(100)));
    }
    for (int call = 0; call < 300; call++) {
      texts.add(new ModelInput("small " + call, "yes"));
    }

    List<Dealt> dealt = dealt(texts, 6, 4);

    long[] characters = new long[4];
    dealt.forEach(text -> characters[text.partition()] += text.characters());
    assertThat(LongStream.of(characters).max().orElseThrow())
        .isLessThan((long) (1.15 * LongStream.of(characters).sum() / 4));
    assertThat(dealt)
        .extracting(Dealt::inputKey)
        .containsExactlyInAnyOrderElementsOf(texts.stream().map(ModelInput::inputKey).toList());
  }

  @Test
  void aPartitionMadeAnewHasTheSameTexts() {
    List<ModelInput> texts =
        Stream.iterate(0, number -> number + 1)
            .limit(200)
            .map(number -> new ModelInput("key " + number, "word ".repeat(number % 17)))
            .toList();
    List<ModelInput> inAnotherOrder =
        texts.stream().sorted(Comparator.comparing(ModelInput::text)).toList();

    assertThat(dealt(inAnotherOrder, 1, 3)).containsExactlyInAnyOrderElementsOf(dealt(texts, 1, 3));
  }

  @Test
  void adaptiveExecutionNeitherMergesNorSplitsThem() {
    spark.conf().set("spark.sql.adaptive.enabled", "true");

    List<ModelInput> two = List.of(new ModelInput("1", "a"), new ModelInput("2", "b"));

    assertThat(over(two, 1, 8).javaRDD().getNumPartitions()).isEqualTo(8);
  }

  /** Where a text came. */
  public record Dealt(int partition, String inputKey, int characters) {}

  private List<Dealt> dealt(List<ModelInput> texts, int before, int after) {
    return over(texts, before, after)
        .select(
            spark_partition_id().as("partition"),
            col("input_key"),
            length(col("text")).as("characters"))
        .as(RecordEncoder.of(Dealt.class))
        .collectAsList();
  }

  private Dataset<ModelInput> over(List<ModelInput> texts, int before, int after) {
    return TokenBalance.over(
        spark.createDataset(texts, RecordEncoder.of(ModelInput.class)).repartition(before), after);
  }
}
