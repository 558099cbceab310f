package io.talktrack.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ExecutorResourceRequests;
import org.apache.spark.resource.ResourceInformation;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/** The GPUs that Spark gives tasks, and whether ONNX Runtime can use them. */
public final class Gpus {
  /** What Spark calls them: spark.executor.resource.gpu.amount. */
  public static final String RESOURCE = "gpu";

  private static final Path DRIVER = Path.of("/proc/driver/nvidia/gpus");
  private static final Map<String, ResourceProfile> PROFILES = new ConcurrentHashMap<>();

  /**
   * What a task found where it ran.
   *
   * @param address that Spark gave it; empty where it gave none
   * @param kind of the GPU, such as nvidia-h100-80gb-hbm3
   * @param missing why it cannot be used; empty where it can
   */
  public record Finding(String executor, String address, String kind, String missing)
      implements Serializable {
    public boolean isUsable() {
      return missing.isEmpty();
    }
  }

  /**
   * Has one task per slot look, each where Spark puts it.
   *
   * @param seconds to wait for the first executor that has what is asked for
   * @throws TimeoutException where Spark found none in that time
   */
  public static List<Finding> look(SparkContext context, Placement.Kind kind, long seconds)
      throws TimeoutException {
    JavaSparkContext spark = new JavaSparkContext(context);
    int tasks = Math.max(1, context.defaultParallelism());
    JavaRDD<Integer> slots = spark.parallelize(IntStream.range(0, tasks).boxed().toList(), tasks);
    JavaFutureAction<List<Finding>> findings =
        placed(slots, kind).map(slot -> here()).collectAsync();
    try {
      return findings.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      findings.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot look for GPUs: the tasks that look failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while looking for GPUs", e);
    }
  }

  /** Rows that are read where the placement says. */
  static <T> JavaRDD<T> placed(JavaRDD<T> rows, Placement.Kind kind) {
    return kind == Placement.Kind.GPU_OF_STAGE ? rows.withResources(profile(rows)) : rows;
  }

  // one per application: each new profile would get executors of its own
  private static ResourceProfile profile(JavaRDD<?> rows) {
    SparkContext context = rows.context();
    return PROFILES.computeIfAbsent(context.applicationId(), id -> profile(context.getConf()));
  }

  /** One GPU per executor, shared by all of its tasks. */
  static ResourceProfile profile(SparkConf conf) {
    int cores = conf.getInt("spark.executor.cores", 1);
    String prefix = "spark.executor.resource." + RESOURCE;
    return new ResourceProfileBuilder()
        .require(
            new ExecutorResourceRequests()
                .cores(cores)
                .resource(
                    RESOURCE,
                    1,
                    conf.get(prefix + ".discoveryScript", ""),
                    conf.get(prefix + ".vendor", "")))
        .require(new TaskResourceRequests().cpus(1).resource(RESOURCE, 1.0 / cores))
        .build();
  }

  private static Finding here() {
    String executor = SparkEnv.get().executorId();
    String address = address(TaskContext.get());
    if (address.isEmpty() && !executor.equals("driver")) {
      return new Finding(executor, "", "", "Spark gave its tasks no GPU");
    }
    try {
      return new Finding(executor, address, kindsIn(DRIVER), missing(number(address)));
    } catch (IllegalArgumentException e) {
      return new Finding(executor, address, "", e.getMessage());
    }
  }

  /** The address that Spark gave this task, or nothing. */
  private static String address(TaskContext task) {
    ResourceInformation given = task.resourcesJMap().get(RESOURCE);
    return given == null || given.addresses().length == 0 ? "" : given.addresses()[0];
  }

  /** The GPU of this task; the first one where Spark runs in one process and gives none. */
  static int ofThisTask() {
    return number(address(TaskContext.get()));
  }

  static int number(String address) {
    if (address.isEmpty()) {
      return 0;
    }
    try {
      return Integer.parseInt(address);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the GPU's address is '%s', and ONNX Runtime takes numbers: the discovery script has to print the index of each GPU"
              .formatted(address),
          e);
    }
  }

  /** Whether ONNX Runtime can use the first GPU of this machine. */
  public static boolean isUsableHere() {
    return missing(0).isEmpty();
  }

  /** What keeps ONNX Runtime from using a GPU here; empty where nothing does. */
  static String missing(int device) {
    try (SessionOptions options = TextEncoder.sessionOptions()) {
      options.addCUDA(device);
      return "";
    } catch (OrtException e) {
      return "ONNX Runtime says: " + e.getMessage().lines().findFirst().orElse("nothing");
    } catch (LinkageError e) {
      return "ONNX Runtime's native library does not load: " + e.getMessage();
    }
  }

  /** The kinds of GPU by NVIDIA's driver, for example {@code nvidia-h100-80gb-hbm3}. */
  static String kindsIn(Path driver) {
    TreeSet<String> kinds = new TreeSet<>();
    try (Stream<Path> gpus = Files.isDirectory(driver) ? Files.list(driver) : Stream.empty()) {
      for (Path gpu : gpus.toList()) {
        Files.readString(gpu.resolve("information"))
            .lines()
            .filter(line -> line.startsWith("Model:"))
            .map(line -> line.substring("Model:".length()).strip().toLowerCase(Locale.ROOT))
            .map(model -> model.replaceAll("[^a-z0-9]+", "-"))
            .forEach(kinds::add);
      }
    } catch (IOException e) {
      return "unknown-gpu";
    }
    return kinds.isEmpty() ? "unknown-gpu" : String.join("+", kinds);
  }

  private Gpus() {}
}
