package io.talktrack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TestLakeSession {
  private static SparkSession spark;

  @BeforeAll
  static void startWithoutTheLogStore() {
    spark =
        SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false").getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void aLocalLakeWhoseCommitsCouldBothWinIsNotOpened(@TempDir Path folder) {
    assertThatThrownBy(() -> new Lake(spark, folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot open lake %s: without spark.delta.logStore.file.impl=io.talktrack.table.LocalLogStore two processes can both win a commit. Start through ./talktrack, or pass it to spark-submit with --conf.",
            folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:/var/lake", "file:///var/lake", "lake"})
  void aLocalLakeIsKnownHoweverItIsWritten(String root) {
    assertThatThrownBy(() -> new Lake(spark, root))
        .hasMessageStartingWith("Cannot open lake %s: without spark.delta.logStore", root);
  }

  @Test
  void settingTheLogStoreOnceSparkRunsIsTooLate(@TempDir Path folder) {
    spark.conf().set("spark.delta.logStore.file.impl", LocalLogStore.class.getName());
    try {
      assertThatThrownBy(() -> new Lake(spark, folder.toString()))
          .hasMessageStartingWith("Cannot open lake ");
    } finally {
      spark.conf().unset("spark.delta.logStore.file.impl");
    }
  }

  @Test
  void aLakeInAnObjectStoreNeedsNoLocalLogStore() {
    assertThat(new Lake(spark, "s3a://bucket/lake/").root()).isEqualTo("s3a://bucket/lake");
  }
}
