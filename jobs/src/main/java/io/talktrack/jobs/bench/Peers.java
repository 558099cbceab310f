package io.talktrack.jobs.bench;

import static java.util.stream.Collectors.joining;

import io.talktrack.jobs.bench.EqualityGate.Verdict;
import io.talktrack.jobs.bench.InferenceArm.InferenceTexts;
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
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Starts the other libraries that are there and give the model's embeddings; says of each that is
 * not timed why.
 */
final class Peers implements AutoCloseable {
  private static final String SCRIPT = "/bench/sentence_transformers_peer.py";
  private static final int SPARK_NLP_DEFAULT = 8;
  private static final List<Integer> SPARK_NLP_BATCHES = List.of(4, 8, 16, 32, 64);
  private static final int SPARK_NLP_SLOW = 5;
  private static final int TRIAL_TEXTS = 200;
  private static final int TRIAL_ROUNDS = 2;
  private static final int PYTHON_BATCH = 32;

  private final List<InferenceArm> arms = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Path folder;

  /** None, until they are started. */
  Peers(Path folder) {
    this.folder = folder;
  }

  /**
   * @param jars a folder with TensorFlow's classes, which Spark NLP does not load without
   * @param gate which each has to pass
   * @param texts by the first of which the best batch size is found
   */
  void start(TrainedHeads trained, Path jars, int cores, EqualityGate gate, InferenceTexts texts) {
    Path exportedTokens = folder.resolve("tokens");
    Path exportedTexts = folder.resolve("texts");
    try {
      EncoderExport.ofTokens(trained, exportedTokens);
      EncoderExport.ofTexts(trained, exportedTexts);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the encoder for other libraries", e);
    }
    List<String> classes = jarsIn(jars);
    if (classes.isEmpty()) {
      notes.add(
          "skipped: Spark NLP, since %s holds no TensorFlow classes; `mvn package -Pbench-peers` puts them there"
              .formatted(jars));
    } else {
      IntFunction<List<String>> command =
          batch -> sparkNlp(classes, exportedTexts, trained.encoder().dimensions(), batch, cores);
      startSparkNlp(command, gate, texts.first(TRIAL_TEXTS));
    }
    admit(
            "sentence-transformers, batches of " + PYTHON_BATCH,
            1,
            python(exportedTokens, cores),
            gate)
        .ifPresent(arms::add);
  }

  List<InferenceArm> arms() {
    return List.copyOf(arms);
  }

  /** What was found out when they were started. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void startSparkNlp(
      IntFunction<List<String>> command, EqualityGate gate, InferenceTexts texts) {
    Optional<PeerProcess> tried =
        admit("Spark NLP on trial", SPARK_NLP_SLOW, command.apply(SPARK_NLP_DEFAULT), gate);
    if (tried.isEmpty()) {
      return;
    }

    // the timed ones get processes of their own, which have read in no other size
    int best;
    try (PeerProcess peer = tried.get()) {
      BatchTrial trial = trial(peer, texts);
      notes.add(trial.line("Spark NLP", texts.size()));
      best = trial.best();
    }
    for (int batch : new TreeSet<>(List.of(SPARK_NLP_DEFAULT, best))) {
      admit(sparkNlpName(batch, best), SPARK_NLP_SLOW, command.apply(batch), gate)
          .ifPresent(arms::add);
    }
  }

  private static BatchTrial trial(PeerProcess peer, InferenceTexts texts) {
    BatchTrial trial = new BatchTrial();
    // warms up
    peer.read(texts);
    for (int round = 0; round < TRIAL_ROUNDS; round++) {
      for (int batch : SPARK_NLP_BATCHES) {
        peer.batch(batch);
        trial.add(batch, texts.size() / peer.read(texts).seconds());
      }
    }
    return trial;
  }

  static String sparkNlpName(int batch, int best) {
    List<String> why = new ArrayList<>();
    if (batch == SPARK_NLP_DEFAULT) {
      why.add("its default");
    }
    if (batch == best) {
      why.add(
          "its best of " + SPARK_NLP_BATCHES.stream().map(String::valueOf).collect(joining(", ")));
    }
    return "Spark NLP, batches of %d (%s)".formatted(batch, String.join(" and ", why));
  }

  private static List<String> sparkNlp(
      List<String> classes, Path exported, int dimensions, int batch, int cores) {
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
    return command;
  }

  private List<String> python(Path exported, int cores) {
    Path script = folder.resolve("peer.py");
    try (InputStream in = Peers.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + script, e);
    }
    return List.of(
        "python3",
        script.toString(),
        exported.toString(),
        Integer.toString(PYTHON_BATCH),
        Integer.toString(cores));
  }

  /** The peer, where it starts and passes the gate; why not is noted. */
  private Optional<PeerProcess> admit(
      String name, int fewer, List<String> command, EqualityGate gate) {
    PeerProcess peer;
    try {
      peer = PeerProcess.start(name, fewer, command, folder);
    } catch (IOException e) {
      notes.add(
          "skipped: %s, since `%s` does not start it: %s"
              .formatted(name, Path.of(command.get(0)).getFileName(), e.getMessage()));
      return Optional.empty();
    }
    boolean isAdmitted = false;
    try {
      Verdict verdict = gate.judge(peer);
      notes.add(verdict.line());
      isAdmitted = verdict.isEqual();
    } catch (IllegalStateException | UncheckedIOException | NumberFormatException e) {
      notes.add("skipped: %s, since it does not embed texts: %s".formatted(name, e.getMessage()));
    }
    if (!isAdmitted) {
      peer.close();
    }
    return isAdmitted ? Optional.of(peer) : Optional.empty();
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
