package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class TestSessions {
  @Test
  void oneMachineGetsDeltaOurLogStoreAndFewPartitions() {
    SparkConf conf = Sessions.configuration(settings(), new SparkConf(false));

    assertThat(conf.get("spark.master")).isEqualTo("local[*]");
    assertThat(conf.get("spark.delta.logStore.file.impl"))
        .isEqualTo("io.talktrack.table.LocalLogStore");
    assertThat(conf.get("spark.sql.extensions"))
        .isEqualTo("io.delta.sql.DeltaSparkSessionExtension");
    assertThat(conf.get("spark.sql.session.timeZone")).isEqualTo("UTC");
    assertThat(conf.get("spark.ui.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
    assertThat(conf.contains("spark.sql.shuffle.partitions")).isTrue();
  }

  @Test
  void whatSparkSubmitSaysStays() {
    SparkConf given =
        new SparkConf(false)
            .set("spark.master", "yarn")
            .set("spark.sql.extensions", "com.acme.Lineage")
            .set("spark.sql.shuffle.partitions", "400");

    SparkConf conf =
        Sessions.configuration(
            settings("spark.shuffle-partitions=7", "spark.conf.spark.app.name=mine"), given);

    assertThat(conf.get("spark.master")).isEqualTo("yarn");
    assertThat(conf.get("spark.sql.shuffle.partitions")).isEqualTo("400");
    assertThat(conf.get("spark.sql.extensions"))
        .isEqualTo("com.acme.Lineage,io.delta.sql.DeltaSparkSessionExtension");
    assertThat(conf.contains("spark.driver.host")).isFalse();
    assertThat(conf.contains("spark.ui.enabled")).isFalse();
    assertThat(conf.get("spark.executorEnv.DJL_OFFLINE")).isEqualTo("true");
  }

  @Test
  void aGpuPerExecutorIsAskedForWhereModelsNeedOneAndSharedByItsTasks() {
    SparkConf cluster = new SparkConf(false).set("spark.master", "spark://h:7077");

    SparkConf gpu = Sessions.configuration(settings("models.device=gpu"), cluster);
    SparkConf fourCores =
        Sessions.configuration(
            settings("models.device=gpu"), cluster.clone().set("spark.executor.cores", "4"));
    SparkConf reading =
        Sessions.configuration(
            settings("models.device=gpu", "models.gpu.executors=reading"), cluster);

    assertThat(gpu.get("spark.executor.resource.gpu.amount")).isEqualTo("1");
    assertThat(fourCores.get("spark.task.resource.gpu.amount")).isEqualTo("0.25");
    assertThat(reading.contains("spark.executor.resource.gpu.amount")).isFalse();
    assertThat(
            Sessions.configuration(settings(), cluster)
                .contains("spark.executor.resource.gpu.amount"))
        .isFalse();
  }

  @Test
  void executorsCloseTheirModelsBesideAnyOtherPlugin() {
    SparkConf given = new SparkConf(false).set("spark.plugins", "com.acme.Metrics");

    assertThat(Sessions.configuration(settings(), given).get("spark.plugins"))
        .isEqualTo("com.acme.Metrics,io.talktrack.model.ModelsPlugin");
  }

  private static Settings settings(String... assignments) {
    return SettingsReader.read(Optional.empty(), List.of(assignments), Map.of());
  }
}
