package io.talktrack.inbox;

import io.talktrack.privacy.NamedSentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads sentences with marked names: text files with one sentence a line, below a line {@code #
 * scenario: NAME} for each imagined conversation.
 */
public final class NamedSentences {
  private static final String SCENARIO = "# scenario: ";

  private NamedSentences() {}

  /** One file, or every {@code .txt} of a folder in the order of their names. */
  public static List<NamedSentence> read(Path source) {
    try {
      List<NamedSentence> sentences = new ArrayList<>();
      for (Path file : files(source)) {
        readFile(file, sentences);
      }

      if (sentences.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot read sentences with marked names: %s holds none. Give a .txt file with lines such as 'ask [[P:Ann]] in [[L:Leeds]]' below a line '# scenario: NAME'."
                .formatted(source));
      }

      return sentences;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read sentences with marked names from " + source, e);
    }
  }

  private static List<Path> files(Path source) throws IOException {
    if (!Files.exists(source)) {
      throw new IllegalArgumentException(
          "Cannot read sentences with marked names: %s does not exist. Give a .txt file or a folder of them."
              .formatted(source));
    }

    if (!Files.isDirectory(source)) {
      return List.of(source);
    }

    try (Stream<Path> files = Files.list(source)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static void readFile(Path file, List<NamedSentence> sentences) throws IOException {
    String scenario = file.getFileName().toString();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith(SCENARIO)) {
        scenario = line.substring(SCENARIO.length()).strip();
      } else if (!line.isBlank()) {
        sentences.add(NamedSentence.of(scenario, line));
      }
    }
  }
}
