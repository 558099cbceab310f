package io.talktrack.jobs;

import com.sun.management.OperatingSystemMXBean;
import io.talktrack.jobs.Settings.Device;
import io.talktrack.jobs.Settings.Precision;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.TextEncoder;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;

/** Examines a set-up: each finding is a line that says what to do. */
final class Doctor {
  private static final Set<String> PLATFORMS =
      Set.of("linux amd64", "linux x86_64", "linux aarch64", "mac aarch64");
  private static final long GIB = 1L << 30;

  private final Launch launch;
  private final CommonOptions options;

  Doctor(Launch launch, CommonOptions options) {
    this.launch = launch;
    this.options = options;
  }

  /** 0 where nothing fails, else 1. */
  int examine() {
    boolean healthy = true;
    for (Supplier<Finding> examination : examinations()) {
      Finding finding = examination.get();
      launch.console().line(finding.line());
      healthy &= finding.level() != Finding.Level.FAIL;
    }
    return healthy ? 0 : 1;
  }

  private List<Supplier<Finding>> examinations() {
    List<Supplier<Finding>> all = new ArrayList<>();
    all.add(() -> java(Runtime.version().feature()));
    all.add(() -> platform(System.getProperty("os.name"), System.getProperty("os.arch")));
    all.add(() -> memory(Runtime.getRuntime().maxMemory(), physicalMemory()));
    all.add(this::key);
    all.add(this::chromium);
    try {
      Settings settings = launch.settings(options);
      all.add(() -> Finding.ok("settings are valid"));
      all.add(() -> disk("models.cache", settings.models().cache()));
      ModelsInUse models = ModelsInUse.of(settings);
      all.add(() -> model("English", settings.models().english(), models));
      all.add(() -> model("Chinese", settings.models().chinese(), models));
      all.add(
          () ->
              examined(
                  "models.precision",
                  () ->
                      settings.models().device() == Device.GPU
                          ? precisionOnGpu(settings.models().precision())
                          : precision(models)));
      all.add(() -> readable("playbook.file", settings.playbook()));
      all.add(() -> readable("trackers.file", settings.trackers()));
      all.add(() -> input(settings.input()));
      all.add(() -> lake(settings));
    } catch (SettingsException e) {
      all.add(() -> Finding.fail(e.getMessage()));
    }
    return all;
  }

  static Finding java(int version) {
    return version == 17
        ? Finding.ok("Java %d".formatted(version))
        : Finding.warn(
            "Java %d: Spark 3.5 is tested on 17. Set JAVA_HOME to a JDK 17.".formatted(version));
  }

  static Finding platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT).split(" ", 2)[0] + " " + processor;
    return PLATFORMS.contains(name)
        ? Finding.ok("platform %s".formatted(name))
        : Finding.fail(
            "platform %s: the models' native libraries exist for Linux (x86-64, arm64) and macOS (arm64). Use one of these, or a container."
                .formatted(name));
  }

  static Finding memory(long heap, long physical) {
    if (heap < 2 * GIB) {
      return Finding.warn(
          "memory: Java may take %s of %s. Give it 4 GiB, such as TALKTRACK_MEMORY=4g."
              .formatted(gib(heap), gib(physical)));
    }
    return heap > physical - GIB
        ? Finding.warn(
            "memory: Java may take %s of %s, and ONNX Runtime needs 1 GiB beside it. Lower TALKTRACK_MEMORY."
                .formatted(gib(heap), gib(physical)))
        : Finding.ok("memory: Java may take %s of %s".formatted(gib(heap), gib(physical)));
  }

  private static long physicalMemory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private Finding key() {
    try {
      HmacKey.from(launch.environment());
      return Finding.ok("%s is set".formatted(HmacKey.VARIABLE));
    } catch (SettingsException e) {
      return Finding.warn(e.getMessage());
    }
  }

  private Finding chromium() {
    return Stream.of(launch.environment().getOrDefault("PATH", "").split(":", -1))
            .flatMap(
                folder ->
                    Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(Path.of(folder)::resolve))
            .anyMatch(Files::isExecutable)
        ? Finding.ok("Chromium is here (only the project's own tests need it)")
        : Finding.ok("Chromium is not here; only the project's own tests need it");
  }

  private static Finding disk(String setting, Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      if (!Files.isWritable(existing)) {
        return Finding.fail(
            "%s: %s is not writable. Set another folder.".formatted(setting, existing));
      }
      return free < GIB
          ? Finding.fail(
              "%s: %s has %s left. Free 2 GiB or set another folder."
                  .formatted(setting, existing, gib(free)))
          : Finding.ok("%s: %s, %s free".formatted(setting, folder, gib(free)));
    } catch (IOException e) {
      return Finding.fail(
          "%s: %s cannot be examined (%s)."
              .formatted(setting, existing, e.getClass().getSimpleName()));
    }
  }

  // what the first run does anyway: join, load both native libraries, read a sentence
  private static Finding model(String language, Location heads, ModelsInUse models) {
    return examined(
        language + " model",
        () -> {
          ModelBundle bundle = models.bundle(heads);
          try (TextEncoder encoder = TextEncoder.open(bundle);
              TextEncoder.Session session = encoder.newSession()) {
            long startedAt = System.nanoTime();
            session.forward(List.of(encoder.tokenize("How are you? 你好吗？")));
            return Finding.ok(
                "%s model %s: %d heads, %s, reads a sentence in %d ms"
                    .formatted(
                        language,
                        bundle.folder().getFileName(),
                        bundle.heads().size(),
                        bundle.precision(),
                        (System.nanoTime() - startedAt) / 1_000_000));
          }
        });
  }

  static Finding precision(ModelsInUse models) {
    return models
        .doubts()
        .map(Finding::warn)
        .orElseGet(() -> Finding.ok("models.precision: " + models.choice()));
  }

  static Finding precisionOnGpu(Precision precision) {
    return precision == Precision.INT8
        ? Finding.fail(DeviceChoice.NO_INTEGERS)
        : Finding.ok("models.precision: fp16 made of fp32, which GPUs read");
  }

  private static Finding readable(String setting, Location location) {
    return location.exists()
        ? Finding.ok("%s: %s".formatted(setting, location))
        : Finding.fail("%s: %s is not there. Correct the setting.".formatted(setting, location));
  }

  private static Finding input(String input) {
    if (input.contains("://")) {
      return Finding.ok("input: %s is not on this machine; ingest will read it".formatted(input));
    }
    List<String> found =
        Stream.of("calls", "emails", "crm", "knowledge")
            .filter(folder -> Files.isDirectory(Path.of(input, folder)))
            .toList();
    return found.isEmpty()
        ? Finding.warn(
            "input: %s has none of calls/ emails/ crm/ knowledge/. Pass --input or set input."
                .formatted(input))
        : Finding.ok("input: %s has %s".formatted(input, String.join(", ", found)));
  }

  private Finding lake(Settings settings) {
    return examined(
        "lake " + settings.lake(),
        () -> {
          boolean borrowed = SparkSession.getDefaultSession().isDefined();
          SparkSession spark = Sessions.open(settings);
          try {
            Lake lake = new Lake(spark, settings.lake());
            long tables = Tables.all().stream().filter(lake::exists).count();
            tryToWrite(spark, settings.lake());
            return Finding.ok(
                "lake %s: writable, %d of %d tables"
                    .formatted(settings.lake(), tables, Tables.all().size()));
          } finally {
            if (!borrowed) {
              spark.stop();
            }
          }
        });
  }

  private static void tryToWrite(SparkSession spark, String lake) throws IOException {
    org.apache.hadoop.fs.Path root = new org.apache.hadoop.fs.Path(lake);
    org.apache.hadoop.fs.Path probe =
        new org.apache.hadoop.fs.Path(root, "_doctor-" + UUID.randomUUID());
    FileSystem files = root.getFileSystem(spark.sparkContext().hadoopConfiguration());
    boolean wasThere = files.exists(root);
    files.create(probe, false).close();
    files.delete(probe, false);
    if (!wasThere) {
      files.delete(root, false);
    }
  }

  private interface Examination {
    Finding run() throws Exception;
  }

  private static Finding examined(String what, Examination examination) {
    try {
      return examination.run();
    } catch (Exception | LinkageError e) {
      return Finding.fail("%s: %s".formatted(what, Failure.of(e).message()));
    }
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
  }
}
