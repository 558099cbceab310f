package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.privacy.SpokenDialogue.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Measures what is masked of numbers and addresses that are said, in made dialogues, and what else
 * is. {@code mvn test -pl common -Dtest=TestSpokenMeasures} prints the figures.
 */
class TestSpokenMeasures {
  private static final int DIALOGUES = 40;

  /**
   * Phrases of the first half were looked at when rules were made, those of the second were not.
   */
  @Test
  void personalNumbersAreMaskedAndOthersStay() {
    for (int half = 0; half < 2; half++) {
      for (String language : List.of("en", "zh")) {
        Count sum = new Count();
        for (Map.Entry<String, Count> kind : counts(language, half).entrySet()) {
          print(language + " " + kind.getKey(), half, kind.getValue());
          sum.add(kind.getValue());
        }
        print(language + " all", half, sum);
        assertThat(sum.recall()).as("recall, " + language).isGreaterThanOrEqualTo(.95);
        assertThat(sum.overMasked()).as("over-masked, " + language).isLessThanOrEqualTo(.03);
        assertThat(sum.numbersMasked()).as("other numbers, " + language).isLessThanOrEqualTo(.03);
      }
    }
  }

  private static Map<String, Count> counts(String language, int half) {
    Map<String, Count> counts = new TreeMap<>();
    for (SpokenDialogue dialogue : dialogues(language, half)) {
      counts.computeIfAbsent(dialogue.kind(), kind -> new Count()).add(dialogue.count());
    }
    return counts;
  }

  static List<SpokenDialogue> dialogues(String language, int half) {
    SpokenChoice choice = new SpokenChoice(new Random(7 + half), half);
    List<Supplier<SpokenDialogue>> kinds = new ArrayList<>();
    if (language.equals("en")) {
      EnglishTalk talk = new EnglishTalk(choice);
      kinds.addAll(List.of(talk::phone, talk::card, talk::ssn, talk::email, talk::order));
      EnglishTalk.BUSINESS.keySet().stream()
          .sorted()
          .forEach(kind -> kinds.add(() -> talk.business(kind)));
    } else {
      ChineseTalk talk = new ChineseTalk(choice);
      kinds.addAll(List.of(talk::phone, talk::card, talk::id, talk::email, talk::order));
      ChineseTalk.BUSINESS.keySet().stream()
          .sorted()
          .forEach(kind -> kinds.add(() -> talk.business(kind)));
    }

    List<SpokenDialogue> dialogues = new ArrayList<>();
    for (Supplier<SpokenDialogue> kind : kinds) {
      for (int i = 0; i < DIALOGUES; i++) {
        dialogues.add(kind.get());
      }
    }
    return dialogues;
  }

  private static void print(String name, int half, Count count) {
    System.out.printf(
        Locale.ROOT,
        "%s, half %d: recall %.3f of %,d, over-masked %.4f of %,d, other numbers %.4f of %,d%n",
        name,
        half + 1,
        count.recall(),
        count.personal,
        count.overMasked(),
        count.other,
        count.numbersMasked(),
        count.number);
  }
}
