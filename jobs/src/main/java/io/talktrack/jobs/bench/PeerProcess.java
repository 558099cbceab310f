package io.talktrack.jobs.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Another library in a process of its own, so that nothing of it is on the product's class path. It
 * is told a file of texts a line, and answers with what reading them took.
 *
 * <p>Its answers are lines that begin with {@link #ANSWER}; what else it says is left aside.
 */
final class PeerProcess implements InferenceArm {
  static final String ANSWER = "talktrack-peer ";

  private final String name;
  private final int fewer;
  private final Path folder;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter questions;

  private PeerProcess(String name, int fewer, Path folder, Process process) {
    this.name = name;
    this.fewer = fewer;
    this.folder = folder;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * The peer, once it is ready.
   *
   * @param fewer it reads one of so many texts
   * @throws IOException if it does not start, with the last that it said
   */
  static PeerProcess start(String name, int fewer, List<String> command, Path folder)
      throws IOException {
    Path log = Files.createTempFile(folder, "peer", ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    PeerProcess peer = new PeerProcess(name, fewer, folder, process);
    if (!peer.answer().map(answer -> answer.equals("ready")).orElse(false)) {
      peer.close();
      throw new IOException(lastLine(log));
    }
    return peer;
  }

  private static String lastLine(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> !line.isBlank())
        .reduce((first, second) -> second)
        .map(String::strip)
        .orElse("it ended without a word");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int fewer() {
    return fewer;
  }

  @Override
  public Cost read(InferenceTexts texts) {
    String[] answer = ask("read " + file(texts.texts(), texts.workload().name())).split(" ", -1);
    return new Cost(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]));
  }

  @Override
  public List<float[]> embeddings(List<String> texts) {
    Path embeddings = Path.of(ask("embed " + file(texts, "gate")));
    try {
      List<float[]> read = new ArrayList<>();
      for (String line : Files.readAllLines(embeddings)) {
        double[] values = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        float[] embedding = new float[values.length];
        for (int dimension = 0; dimension < values.length; dimension++) {
          embedding[dimension] = (float) values[dimension];
        }
        read.add(embedding);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the embeddings of " + name, e);
    }
  }

  /** Has it read in batches of another size from now on. */
  void batch(int size) {
    ask("batch " + size);
  }

  @Override
  public OptionalLong residentMegabytes() {
    return Resources.residentMegabytes(process.pid());
  }

  private Path file(List<String> texts, String of) {
    // peers share the folder, and the slow ones read fewer
    Path file = folder.resolve("texts-%s-%d".formatted(of, texts.size()));
    try {
      if (!Files.exists(file)) {
        Files.write(file, texts.stream().map(text -> text.replaceAll("\\s+", " ")).toList());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the benchmark's texts", e);
    }
  }

  private String ask(String question) {
    try {
      questions.write(question);
      questions.newLine();
      questions.flush();
      return answer().orElseThrow(() -> new IllegalStateException(name + " ended early"));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " ended early", e);
    }
  }

  private Optional<String> answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(ANSWER)) {
        return Optional.of(line.substring(ANSWER.length()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      questions.close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
