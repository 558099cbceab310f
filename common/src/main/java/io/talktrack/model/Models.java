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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final Map<String, TextEncoder> LOADED = new ConcurrentHashMap<>();

  /** How the operator groups texts. Neither value changes a score. */
  public record Batching(int windowRows, int tokenBudget) implements Serializable {
    public static final Batching CPU = new Batching(8192, 512);
  }

  /** Every input read once by the bundle; a text that fails is marked and its neighbours go on. */
  public static Dataset<CachedInference> infer(
      Dataset<ModelInput> inputs,
      ModelBundle bundle,
      Batching batching,
      InferenceCounters counters) {
    ShippedBundle shipped = ship(inputs.sparkSession().sparkContext(), bundle);
    return inputs.mapPartitions(
        (MapPartitionsFunction<ModelInput, CachedInference>)
            rows -> {
              TextEncoder encoder = loaded(shipped, counters);
              TextEncoder.Session session = encoder.newSession();
              TaskContext.get()
                  .addTaskCompletionListener((TaskCompletionListener) task -> session.close());
              return new WindowedInference(rows, encoder, session, batching, counters);
            },
        RecordEncoder.of(CachedInference.class));
  }

  private static TextEncoder loaded(ShippedBundle shipped, InferenceCounters counters) {
    return LOADED.computeIfAbsent(
        shipped.hash(),
        hash -> {
          counters.loads().add(1);
          return TextEncoder.open(shipped.open());
        });
  }

  static TextEncoder loaded(ShippedBundle shipped) {
    return LOADED.computeIfAbsent(shipped.hash(), hash -> TextEncoder.open(shipped.open()));
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
