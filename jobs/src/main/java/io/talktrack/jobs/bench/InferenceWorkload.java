package io.talktrack.jobs.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Kinds of texts that batching is easy or hard for, made of what was really said. */
enum InferenceWorkload {
  /** Lengths as people speak: log-normal, most of them short. The headline. */
  SHORT("short utterances", 1) {
    @Override
    int words(Random random) {
      return (int) Math.round(Math.exp(2.2 + 0.75 * random.nextGaussian()));
    }
  },
  LONG("long mails", 10) {
    @Override
    int words(Random random) {
      return 150 + random.nextInt(200);
    }
  },
  UNIFORM("uniform length", 1) {
    @Override
    int words(Random random) {
      return 11;
    }
  },
  ONE_GIANT("one giant call among small ones", 1) {
    @Override
    int words(Random random) {
      return SHORT.words(random);
    }

    @Override
    int call(int text, int texts) {
      return text < texts / 2 ? 0 : super.call(text, texts);
    }
  };

  private static final int TURNS_PER_CALL = 20;
  private static final int LONGEST = 400;
  private static final int LONGEST_WORD = 10;
  private static final int SEED = 23;

  private final String title;
  private final int fewer;

  InferenceWorkload(String title, int fewer) {
    this.title = title;
    this.fewer = fewer;
  }

  String title() {
    return title;
  }

  abstract int words(Random random);

  /** Which call a text is said in. */
  int call(int text, int texts) {
    return text / TURNS_PER_CALL;
  }

  /**
   * No two are equal: each is some words in a row of all that was said, from another word on.
   *
   * @param count of short ones; of long ones there are fewer
   * @param spoken in the order of speaking
   */
  List<String> texts(List<String> spoken, int count) {
    boolean isSpaced = isSpaced(String.join(" ", spoken));
    List<String> words = new ArrayList<>();
    for (String text : spoken) {
      words.addAll(List.of(text.trim().split(isSpaced ? "\\s+" : "")));
    }
    Random random = new Random(SEED);
    Set<String> made = new HashSet<>();
    List<String> texts = new ArrayList<>();
    int wanted = Math.max(1, count / fewer);
    for (int tried = 0; texts.size() < wanted; tried++) {
      int length = Math.max(1, Math.min(LONGEST, words(random)));
      // where all short ones have been made, they get longer
      length = Math.min(words.size(), length + tried / (4 * wanted));
      int from = random.nextInt(words.size() - length + 1);
      String text = String.join(isSpaced ? " " : "", words.subList(from, from + length));
      if (!text.isBlank() && (made.add(text) || tried > 100 * wanted)) {
        texts.add(text);
      }
    }
    return texts;
  }

  // Chinese has spaces too, but not between its words
  private static boolean isSpaced(String text) {
    return text.chars().filter(character -> character == ' ').count() * LONGEST_WORD
        > text.length();
  }
}
