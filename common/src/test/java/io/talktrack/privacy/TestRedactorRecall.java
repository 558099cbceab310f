package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How much the rules find in sets that nobody made for them, and what they mask besides. */
class TestRedactorRecall {
  private static final Map<String, PersonalData> PRESIDIO =
      Map.of(
          "EMAIL_ADDRESS", PersonalData.EMAIL,
          "PHONE_NUMBER", PersonalData.PHONE,
          "CREDIT_CARD", PersonalData.CARD,
          "IBAN_CODE", PersonalData.BANK_ACCOUNT,
          "US_SSN", PersonalData.ID_NUMBER);

  /** Slots of which the value is a whole number, not its last four digits. */
  private static final Map<String, PersonalData> MULTIDOGO =
      Map.of(
          "phone_number", PersonalData.PHONE,
          "card_number", PersonalData.CARD,
          "email_address", PersonalData.EMAIL);

  private static final Pattern WHOLE_PHONE = Pattern.compile("\\d{10,11}");
  private static final Pattern WHOLE_CARD = Pattern.compile("\\d{13,19}");
  private static final Pattern WHOLE_EMAIL =
      Pattern.compile("[a-z0-9]+(?:gmail|yahoo|hotmail|outlook)com");

  private final Map<PersonalData, int[]> found = new TreeMap<>();
  private final List<String> overMasked = new ArrayList<>();

  @Test
  void presidiosSentences() throws IOException {
    Path file = SharedData.folder("presidio_synth").resolve("synth_dataset_v2.json");
    for (JsonNode sentence : new ObjectMapper().readTree(file.toFile())) {
      List<Finding> expected = new ArrayList<>();
      List<Finding> personal = new ArrayList<>();
      for (JsonNode span : sentence.path("spans")) {
        PersonalData type = PRESIDIO.get(span.path("entity_type").asText());
        int start = span.path("start_position").asInt();
        int end = span.path("end_position").asInt();
        personal.add(new Finding(PersonalData.EMAIL, start, end, "any"));
        if (type != null) {
          expected.add(new Finding(type, start, end, "expected"));
        }
      }

      count(sentence.path("full_text").asText(), expected, personal);
    }

    report("presidio_synth");
    assertThat(recall(PersonalData.EMAIL)).isEqualTo(1.0);
    assertThat(recall(PersonalData.PHONE)).isGreaterThanOrEqualTo(0.97);
    assertThat(recall(PersonalData.CARD)).isGreaterThanOrEqualTo(0.99);
    assertThat(recall(PersonalData.BANK_ACCOUNT)).isEqualTo(1.0);
    assertThat(recall(PersonalData.ID_NUMBER)).isEqualTo(1.0);
    assertThat(overMasked).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void multidogosTurns() throws IOException {
    for (String domain : List.of("finance", "insurance", "software")) {
      for (String line :
          Files.readAllLines(SharedData.folder("multidogo").resolve(domain + "/train.tsv"))) {
        String[] cells = line.split("\t", -1);
        if (cells.length < 5) {
          continue;
        }

        String[] words = cells[3].split(" ", -1);
        String[] slots = cells[4].split(" ", -1);
        if (words.length == slots.length) {
          countTurn(cells[3], words, slots);
        }
      }
    }

    report("multidogo");
    assertThat(recall(PersonalData.EMAIL)).isGreaterThanOrEqualTo(0.99);
    assertThat(recall(PersonalData.PHONE)).isGreaterThanOrEqualTo(0.90);
    // the speakers made their cards up: 192 of 223 fail the check digit, and are only found where
    // they are called a card
    assertThat(recall(PersonalData.CARD)).isGreaterThanOrEqualTo(0.69);
    assertThat(overMasked).hasSizeLessThanOrEqualTo(15);
  }

  private void countTurn(String turn, String[] words, String[] slots) {
    List<Finding> expected = new ArrayList<>();
    List<Finding> personal = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < words.length; i++) {
      int end = at + words[i].codePointCount(0, words[i].length());
      PersonalData type = MULTIDOGO.get(slots[i]);
      if (!slots[i].equals("O")) {
        personal.add(new Finding(PersonalData.EMAIL, at, end, "any"));
      }

      boolean isWhole =
          (type == PersonalData.PHONE && WHOLE_PHONE.matcher(words[i]).matches())
              || (type == PersonalData.CARD && WHOLE_CARD.matcher(words[i]).matches())
              || (type == PersonalData.EMAIL && WHOLE_EMAIL.matcher(words[i]).matches());
      if (isWhole) {
        expected.add(new Finding(type, at, end, "expected"));
      }

      at = end + 1;
    }

    count(turn, expected, personal);
  }

  private void count(String text, List<Finding> expected, List<Finding> personal) {
    List<Finding> findings = Redactor.redact(text, "en").findings();
    for (Finding wanted : expected) {
      int[] counts = found.computeIfAbsent(wanted.type(), type -> new int[2]);
      counts[1]++;
      boolean isMasked =
          findings.stream()
              .anyMatch(one -> one.start() <= wanted.start() && one.end() >= wanted.end());
      counts[0] += isMasked ? 1 : 0;
    }

    for (Finding one : findings) {
      boolean isPersonal =
          personal.stream()
              .anyMatch(other -> one.start() < other.end() && other.start() < one.end());
      // other types are nobody's slot here; TestPrivacyMeasures counts what they mask besides
      if (!isPersonal && PRESIDIO.containsValue(one.type())) {
        overMasked.add(one.rule());
      }
    }
  }

  private double recall(PersonalData type) {
    int[] counts = found.get(type);
    return (double) counts[0] / counts[1];
  }

  private void report(String set) {
    found.forEach(
        (type, counts) ->
            System.out.printf(
                Locale.ROOT,
                "%s: %s recall %.3f (%d of %d)%n",
                set,
                type,
                recall(type),
                counts[0],
                counts[1]));
    System.out.printf("%s: masked besides: %d %s%n", set, overMasked.size(), counted());
  }

  private Map<String, Integer> counted() {
    Map<String, Integer> rules = new TreeMap<>();
    overMasked.forEach(rule -> rules.merge(rule, 1, Integer::sum));
    return rules;
  }
}
