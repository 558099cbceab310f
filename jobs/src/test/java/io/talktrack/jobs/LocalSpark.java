package io.talktrack.jobs;

import io.talktrack.table.LocalFiles;
import io.talktrack.table.LocalLogStore;
import org.apache.spark.sql.SparkSession;

/** The one Spark session that all tests share. */
public final class LocalSpark {
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("talktrack-tests")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.delta.logStore.file.impl", LocalLogStore.class.getName())
        .config("spark.databricks.delta.snapshotPartitions", "2")
        .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
        // tests are over before compiled queries pay; TestSparkSubmit runs with them
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .getOrCreate();
  }

  private LocalSpark() {}
}
