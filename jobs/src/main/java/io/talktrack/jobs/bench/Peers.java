package io.talktrack.jobs.bench;

import io.talktrack.model.EncoderExport;
import io.talktrack.model.TrainedHeads;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the other libraries that are there; says of each that is not why it is left out. */
final class Peers implements AutoCloseable {
  private static final String SCRIPT = "/bench/sentence_transformers_peer.py";
  private static final List<Integer> SPARK_NLP_BATCHES = List.of(8, 32);
  private static final int SPARK_NLP_SLOW = 5;
  private static final int PYTHON_BATCH = 32;

  private final List<InferenceArm> arms = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final Path folder;

  /** None, until they are started. */
  Peers(Path folder) {
    this.folder = folder;
  }

  /**
   * @param jars a folder with TensorFlow's classes, which Spark NLP does not load without
   */
  void start(TrainedHeads trained, Path jars, int cores) {
    Path tokens = folder.resolve("tokens");
    Path texts = folder.resolve("texts");
    try {
      EncoderExport.ofTokens(trained, tokens);
      EncoderExport.ofTexts(trained, texts);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the encoder for other libraries", e);
    }
    startSparkNlp(texts, jars, trained.encoder().dimensions(), cores);
    startPython(tokens, cores);
  }

  List<InferenceArm> arms() {
    return List.copyOf(arms);
  }

  List<String> skipped() {
    return List.copyOf(skipped);
  }

  private void startSparkNlp(Path exported, Path jars, int dimensions, int cores) {
    List<String> classes = jarsIn(jars);
    if (classes.isEmpty()) {
      skipped.add(
          "skipped: Spark NLP, since %s holds no TensorFlow classes; `mvn package -Pbench-peers` puts them there"
              .formatted(jars));
      return;
    }
    for (int batch : SPARK_NLP_BATCHES) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-XX:+Ign"))
          .forEach(command::add);
      command.addAll(
          List.of(
              "-Xmx2g",
              "-cp",
              String.join(
                  File.pathSeparator, ownClassPath(), String.join(File.pathSeparator, classes)),
              SparkNlpPeer.class.getName(),
              exported.toString(),
              Integer.toString(dimensions),
              Integer.toString(batch),
              Integer.toString(cores)));
      add("Spark NLP, batches of " + batch, SPARK_NLP_SLOW, command);
    }
  }

  private void startPython(Path exported, int cores) {
    Path script = folder.resolve("peer.py");
    try (InputStream in = Peers.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + script, e);
    }
    add(
        "sentence-transformers, batches of " + PYTHON_BATCH,
        1,
        List.of(
            "python3",
            script.toString(),
            exported.toString(),
            Integer.toString(PYTHON_BATCH),
            Integer.toString(cores)));
  }

  private void add(String name, int fewer, List<String> command) {
    try {
      arms.add(PeerProcess.start(name, fewer, command, folder));
    } catch (IOException e) {
      skipped.add(
          "skipped: %s, since `%s` does not start it: %s"
              .formatted(name, Path.of(command.get(0)).getFileName(), e.getMessage()));
    }
  }

  private static List<String> jarsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  // spark-submit keeps the application's jar out of the class path
  private static String ownClassPath() {
    try {
      Path own = Path.of(Peers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own + File.pathSeparator + System.getProperty("java.class.path");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The product's own place is no URI", e);
    }
  }

  @Override
  public void close() {
    arms.forEach(InferenceArm::close);
  }
}
