package io.talktrack.jobs;

import io.talktrack.jobs.Settings.Device;
import io.talktrack.jobs.Settings.GpuExecutors;
import io.talktrack.jobs.Settings.Models;
import io.talktrack.model.ModelsPlugin;
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
  private static final String PLUGINS = "spark.plugins";
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

  // where nobody says how many cores an executor has
  private static final int MOST_TASKS_PER_GPU = 64;

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
    conf.set(EXTENSIONS, with(conf.get(EXTENSIONS, ""), DELTA));
    conf.setIfMissing(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    conf.setIfMissing("spark.sql.session.timeZone", "UTC");
    conf.setIfMissing("spark.sql.adaptive.enabled", "true");
    conf.set(PLUGINS, with(conf.get(PLUGINS, ""), ModelsPlugin.class.getName()));

    boolean local =
        conf.get("spark.master").startsWith("local[") || conf.get("spark.master").equals("local");
    if (settings.spark().shufflePartitions() > 0) {
      conf.setIfMissing(
          "spark.sql.shuffle.partitions", Integer.toString(settings.spark().shufflePartitions()));
    }
    return local ? onOneMachine(conf) : onCluster(conf, settings.models());
  }

  private static String with(String list, String own) {
    Set<String> all = new LinkedHashSet<>(Arrays.asList(list.split(",", -1)));
    all.remove("");
    all.add(own);
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

  private static SparkConf onCluster(SparkConf conf, Models models) {
    if (models.device() == Device.GPU && models.gpu().executors() == GpuExecutors.ALL) {
      conf.setIfMissing("spark.executor.resource.gpu.amount", "1");
      // an executor's tasks share its GPU: they tokenise, one feeder runs the model
      conf.setIfMissing(
          "spark.task.resource.gpu.amount",
          Double.toString(1.0 / conf.getInt("spark.executor.cores", MOST_TASKS_PER_GPU)));
    }
    DJL.forEach((name, value) -> conf.setIfMissing("spark.executorEnv." + name, value));
    conf.setIfMissing("spark.executorEnv.DJL_CACHE_DIR", "/tmp/talktrack-djl");
    return conf;
  }

  private Sessions() {}
}
