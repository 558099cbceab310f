package io.talktrack.model;

import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many padded tokens a batch of a bundle should hold on this kind of processor: measured once,
 * and kept in the models' cache folder where that can be written. A score does not depend on it.
 */
public final class TokenBudget {
  static final List<Integer> CHOICES = List.of(256, 512, 1024, 2048);

  // what most machines are fastest with; others have to be faster by more than noise
  private static final int USUAL = 512;
  private static final double NOISE = 0.05;
  private static final int ROUNDS = 2;
  private static final String LINE = "so that is what we would need, before we could say yes or no";

  /** What was measured for this bundle on processors like this one, or is measured now. */
  public static int of(ModelBundle bundle, Path cache) {
    Path kept = cache.resolve(fileName(Processor.kind(), bundle));
    try {
      if (Files.isReadable(kept)) {
        String text = Files.readString(kept).strip();
        if (CHOICES.stream().map(String::valueOf).anyMatch(text::equals)) {
          return Integer.parseInt(text);
        }
      }
      int measured = fastest(millisPerToken(bundle));
      if (Files.isDirectory(cache) && !Files.isWritable(cache)) {
        return measured;
      }
      Files.createDirectories(cache);
      Files.writeString(kept, measured + "\n");
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep the token budget in %s. Check that the folder is writable, or set models.token-budget, such as to %d."
              .formatted(kept, USUAL),
          e);
    }
  }

  static String fileName(String processor, ModelBundle bundle) {
    return "token-budget-%s-%s-%s.txt".formatted(processor, bundle.name(), bundle.hash());
  }

  /** The budget with the least cost, and the usual one where none is clearly better. */
  static int fastest(Map<Integer, Double> costs) {
    int best =
        Collections.min(costs.entrySet(), Map.Entry.<Integer, Double>comparingByValue()).getKey();
    return costs.get(best) < costs.get(USUAL) * (1 - NOISE) ? best : USUAL;
  }

  private static Map<Integer, Double> millisPerToken(ModelBundle bundle) {
    Map<Integer, Double> costs = new TreeMap<>();
    try (TextEncoder encoder = TextEncoder.open(bundle);
        TextEncoder.Session session = encoder.newSession()) {
      long[] line = encoder.tokenize(LINE);
      for (int round = 0; round < ROUNDS; round++) {
        for (int budget : CHOICES) {
          List<long[]> batch = Collections.nCopies(budget / line.length, line);
          long start = System.nanoTime();
          session.forward(batch);
          double millis = (System.nanoTime() - start) / 1e6;
          costs.merge(budget, millis / (batch.size() * line.length), Math::min);
        }
      }
      return costs;
    } catch (TranslateException e) {
      throw new IllegalStateException("The encoder failed on a line of the product's own", e);
    }
  }

  private TokenBudget() {}
}
