package io.talktrack.jobs;

import io.talktrack.table.LocalFiles;
import io.talktrack.table.LocalLogStore;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark the way that the lake and the models need it. */
public final class Sessions {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

  /** What DJL needs to know: fetch nothing, report nothing, take the CPU's tokenizer. */
  static final Map<String, String> DJL =
      Map.of("DJL_OFFLINE", "true", "OPT_OUT_TRACKING", "true", "RUST_FLAVOR", "cpu");

  /** What spark-submit or a system property set comes first, then the settings, then our own. */
  public static SparkSession open(Settings settings) {
    return SparkSession.builder().config(configuration(settings, new SparkConf())).getOrCreate();
  }

  static SparkConf configuration(Settings settings, SparkConf given) {
    SparkConf conf = given.clone();
    conf.setIfMissing("spark.app.name", "talktrack");
    conf.setIfMissing("spark.master", settings.spark().master());
    settings.spark().conf().forEach(conf::setIfMissing);

    conf.setIfMissing("spark.delta.logStore.file.impl", LocalLogStore.class.getName());
    conf.set(EXTENSIONS, withDelta(conf.get(EXTENSIONS, "")));
    conf.setIfMissing(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    conf.setIfMissing("spark.sql.session.timeZone", "UTC");
    conf.setIfMissing("spark.sql.adaptive.enabled", "true");

    boolean local =
        conf.get("spark.master").startsWith("local[") || conf.get("spark.master").equals("local");
    if (settings.spark().shufflePartitions() > 0) {
      conf.setIfMissing(
          "spark.sql.shuffle.partitions", Integer.toString(settings.spark().shufflePartitions()));
    }
    return local ? onOneMachine(conf) : onCluster(conf);
  }

  private static String withDelta(String extensions) {
    Set<String> all = new LinkedHashSet<>(Arrays.asList(extensions.split(",", -1)));
    all.remove("");
    all.add(DELTA);
    return String.join(",", all);
  }

  private static SparkConf onOneMachine(SparkConf conf) {
    // a laptop's name need not resolve, and nobody else is to connect
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.hadoop.fs.file.impl", LocalFiles.class.getName());
    conf.setIfMissing("spark.databricks.delta.snapshotPartitions", "2");
    conf.setIfMissing(
        "spark.sql.shuffle.partitions",
        Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));
    return conf;
  }

  private static SparkConf onCluster(SparkConf conf) {
    DJL.forEach((name, value) -> conf.setIfMissing("spark.executorEnv." + name, value));
    conf.setIfMissing("spark.executorEnv.DJL_CACHE_DIR", "/tmp/talktrack-djl");
    return conf;
  }

  private Sessions() {}
}
