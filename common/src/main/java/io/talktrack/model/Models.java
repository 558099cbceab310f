package io.talktrack.model;

import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.table.RecordEncoder;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Runs bundles on Spark's executors: one loaded model per bundle and executor, one predictor per
 * task.
 */
public final class Models {
  /**
   * Names how long texts are cut ({@link TextChunk}) and what is made of their parts ({@link
   * WholeText}): raise it with either.
   */
  public static final String RULE = "whole-1";

  private static final int TASKS = Integer.MAX_VALUE;
  private static final int WAITING_BATCHES = 8;
  private static final long END_SECONDS = 10;

  private static final Map<String, TextEncoder> LOADED = new ConcurrentHashMap<>();
  private static final Map<String, TextEncoder.Session> ON_GPU = new ConcurrentHashMap<>();
  private static final Map<Integer, DeviceFeeder> FEEDERS = new ConcurrentHashMap<>();
  private static final Semaphore IN_USE = new Semaphore(TASKS);

  /** How the operator groups texts, which changes no score, and where it reads them. */
  public record Batching(int windowRows, int tokenBudget, Placement placement)
      implements Serializable {
    public static final Batching CPU = new Batching(8192, 512);

    public Batching(int windowRows, int tokenBudget) {
      this(windowRows, tokenBudget, Placement.CPU);
    }
  }

  /** Every input read once by the bundle; a text that fails is marked and its neighbours go on. */
  public static Dataset<CachedInference> infer(
      Dataset<ModelInput> inputs,
      ModelBundle bundle,
      Batching batching,
      InferenceCounters counters) {
    ShippedBundle shipped = ship(inputs.sparkSession().sparkContext(), bundle);
    if (batching.placement().kind() == Placement.Kind.GPU_OF_STAGE) {
      return inputs
          .sparkSession()
          .createDataset(
              Gpus.placed(inputs.javaRDD(), batching.placement().kind())
                  .mapPartitions(rows -> read(rows, shipped, batching, counters))
                  .rdd(),
              RecordEncoder.of(CachedInference.class));
    }
    return inputs.mapPartitions(
        (MapPartitionsFunction<ModelInput, CachedInference>)
            rows -> read(rows, shipped, batching, counters),
        RecordEncoder.of(CachedInference.class));
  }

  private static Iterator<CachedInference> read(
      Iterator<ModelInput> rows,
      ShippedBundle shipped,
      Batching batching,
      InferenceCounters counters)
      throws InterruptedException {
    holdUntilEndOf(TaskContext.get());
    boolean isGpu = batching.placement().isGpu();
    int device = isGpu ? Gpus.ofThisTask() : -1;
    TextEncoder encoder = loaded(shipped, device, counters);
    BatchReader reader =
        isGpu
            ? feeder(device).reader(sessionOnGpu(shipped, device, encoder)::run)
            : inThisThread(encoder.newSession());
    // called before the models are let go: Spark calls the last listener first
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> reader.close());
    return new WindowedInference(
        rows, encoder.bundle(), encoder.tokenizer(), reader, batching, counters);
  }

  private static BatchReader inThisThread(TextEncoder.Session session) {
    return BatchReader.inThisThread(session::run, session::close);
  }

  /** No model is closed before this task has ended; what the task opens, it closes before. */
  static void holdUntilEndOf(TaskContext task) throws InterruptedException {
    IN_USE.acquire();
    task.addTaskCompletionListener((TaskCompletionListener) ended -> IN_USE.release());
  }

  private static TextEncoder loaded(ShippedBundle shipped, int device, InferenceCounters counters) {
    return LOADED.computeIfAbsent(
        shipped.hash() + "@" + device,
        key -> {
          counters.loads().add(1);
          return device < 0
              ? TextEncoder.open(shipped.open())
              : TextEncoder.onGpu(shipped.open(), device);
        });
  }

  private static DeviceFeeder feeder(int device) {
    return FEEDERS.computeIfAbsent(
        device, number -> new DeviceFeeder("gpu " + number, WAITING_BATCHES));
  }

  private static TextEncoder.Session sessionOnGpu(
      ShippedBundle shipped, int device, TextEncoder encoder) {
    return ON_GPU.computeIfAbsent(shipped.hash() + "@" + device, key -> encoder.newSession());
  }

  /**
   * Closes every feeder and model of this JVM once no task uses them. A task that does not end in
   * time keeps them: the process ends soon, and native code must not lose its model.
   */
  static void closeAll() {
    try {
      if (!IN_USE.tryAcquire(TASKS, END_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      FEEDERS.values().forEach(DeviceFeeder::close);
      FEEDERS.clear();
      ON_GPU.values().forEach(TextEncoder.Session::close);
      ON_GPU.clear();
      LOADED.values().forEach(TextEncoder::close);
      LOADED.clear();
    } finally {
      IN_USE.release(TASKS);
    }
  }

  /** How many models this JVM holds. */
  static int held() {
    return LOADED.size();
  }

  static TextEncoder loaded(ShippedBundle shipped) {
    return LOADED.computeIfAbsent(shipped.hash() + "@-1", key -> TextEncoder.open(shipped.open()));
  }

  /** Where an executor finds a bundle: the driver's own folder, or what Spark unpacked for it. */
  record ShippedBundle(String hash, String localFolder, String archive) implements Serializable {
    static ShippedBundle here(ModelBundle bundle) {
      return new ShippedBundle(bundle.hash(), bundle.folder().toString(), null);
    }

    // the driver's own folder was checked when the driver opened it
    ModelBundle open() {
      return archive == null
          ? ModelBundle.read(Path.of(localFolder))
          : ModelBundle.open(Path.of(SparkFiles.get(archive)));
    }
  }

  static ShippedBundle ship(SparkContext context, ModelBundle bundle) {
    Path folder = bundle.folder();
    if (context.isLocal()) {
      return ShippedBundle.here(bundle);
    }
    String name = folder.getFileName().toString();
    Path zip = folder.resolveSibling(name + ".zip");
    if (!Files.exists(zip)) {
      pack(folder, zip);
    }
    context.addArchive(zip + "#" + name);
    return new ShippedBundle(bundle.hash(), null, name);
  }

  private static void pack(Path folder, Path zip) {
    try {
      Path draft = Files.createTempFile(zip.getParent(), "bundle", ".zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(draft));
          Stream<Path> files = Files.list(folder)) {
        out.setLevel(1);
        for (Path file : files.sorted().toList()) {
          out.putNextEntry(new ZipEntry(file.getFileName().toString()));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
      Files.move(draft, zip, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot pack model bundle %s for the executors. Check the space in its folder."
              .formatted(folder),
          e);
    }
  }

  private Models() {}
}
