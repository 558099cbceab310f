package io.talktrack.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.SharedData;
import io.talktrack.privacy.Masking.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures the rules on sets that nobody made for them, and holds the level reached. {@code mvn
 * test -pl common -Dtest=TestPrivacyMeasures} prints the figures.
 */
class TestPrivacyMeasures {
  /**
   * Presidio's types that the rules are meant to mask. Out of scope: organisations, places without
   * a street, dates other than of birth, ages, titles, nationalities, and links to public pages.
   */
  static final Set<String> IN_SCOPE =
      Set.of(
          "PERSON",
          "STREET_ADDRESS",
          "ZIP_CODE",
          "PHONE_NUMBER",
          "EMAIL_ADDRESS",
          "CREDIT_CARD",
          "IBAN_CODE",
          "US_SSN",
          "US_DRIVER_LICENSE",
          "IP_ADDRESS",
          "DATE_OF_BIRTH");

  @Test
  void presidiosSentences() throws IOException {
    Path file = SharedData.folder("presidio_synth").resolve("synth_dataset_v2.json");
    Masking rules = presidio(file, IN_SCOPE, NameSpotter.NONE);
    rules.print("presidio_synth, types in scope");
    Masking all = presidio(file, null, NameSpotter.NONE);
    all.print("presidio_synth, all of Presidio's types");

    assertThat(rules.f2()).isGreaterThanOrEqualTo(0.70);
    assertThat(rules.precision()).isGreaterThanOrEqualTo(0.94);
    assertThat(rules.of("PERSON").ofTokens()).isGreaterThanOrEqualTo(0.45);
    assertThat(rules.of("STREET_ADDRESS").ofTokens()).isGreaterThanOrEqualTo(0.67);
    for (String type :
        List.of("CREDIT_CARD", "IBAN_CODE", "US_SSN", "EMAIL_ADDRESS", "IP_ADDRESS")) {
      assertThat(rules.of(type).ofSpans()).as(type).isGreaterThanOrEqualTo(0.98);
    }
  }

  static Masking presidio(Path file, Set<String> scope, NameSpotter spotter) throws IOException {
    Masking masking = new Masking(spotter);
    for (JsonNode sentence : new ObjectMapper().readTree(file.toFile())) {
      String text = sentence.path("full_text").asText();
      List<Marked> inScope = new ArrayList<>();
      List<Marked> others = new ArrayList<>();
      for (JsonNode span : sentence.path("spans")) {
        int start = span.path("start_position").asInt();
        String type = span.path("entity_type").asText();
        boolean isBirth =
            type.equals("DATE_TIME")
                && text.toLowerCase(Locale.ROOT).substring(0, start).contains("date of birth");
        String own = isBirth ? "DATE_OF_BIRTH" : type;
        Marked marked = new Marked(own, start, span.path("end_position").asInt());
        (scope == null || scope.contains(own) ? inScope : others).add(marked);
      }

      masking.add(text, "en", inScope, others);
    }

    return masking;
  }

  @Test
  void weibosNames() throws IOException {
    NameScore score = weibo(SharedData.folder("weibo_ner").resolve("train.conll"));

    System.out.println("weibo_ner: person names " + score);
    assertThat(score.f1()).isGreaterThanOrEqualTo(0.44);
  }

  /** Whole names found, missed and made up. */
  record NameScore(int found, int missed, int wrong, List<String> misses, List<String> wrongs) {
    double f1() {
      return 2.0 * found / (2.0 * found + missed + wrong);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "F1 %.3f, recall %.3f, precision %.3f (%d found, %d missed, %d made up)",
          f1(),
          (double) found / (found + missed),
          (double) found / (found + wrong),
          found,
          missed,
          wrong);
    }
  }

  static NameScore weibo(Path file) throws IOException {
    int found = 0;
    List<String> misses = new ArrayList<>();
    List<String> wrongs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<Marked> names = new ArrayList<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("");
    int at = 0;
    for (String line : lines) {
      if (!line.isBlank()) {
        String[] cells = line.split("\t", -1);
        String sign = cells[0].substring(0, cells[0].length() - 1);
        int start = at;
        text.append(sign);
        at += sign.codePointCount(0, sign.length());
        if (cells[1].equals("B-PER.NAM")) {
          names.add(new Marked("PERSON", start, at));
        } else if (cells[1].equals("I-PER.NAM") && !names.isEmpty()) {
          names.set(
              names.size() - 1, new Marked("PERSON", names.get(names.size() - 1).start(), at));
        }
        continue;
      }

      List<Marked> masked =
          Redactor.redact(text.toString(), "zh").findings().stream()
              .filter(one -> one.type() == PersonalData.NAME || one.rule().equals("user.handle"))
              .map(
                  one ->
                      new Marked(
                          "PERSON",
                          one.start() + (one.rule().equals("user.handle") ? 1 : 0),
                          one.end()))
              .toList();
      int[] points = text.codePoints().toArray();
      for (Marked name : names) {
        if (masked.contains(name)) {
          found++;
        } else {
          misses.add(new String(points, name.start(), name.end() - name.start()));
        }
      }
      for (Marked one : masked) {
        if (!names.contains(one)) {
          wrongs.add(new String(points, one.start(), one.end() - one.start()) + " | " + text);
        }
      }
      text.setLength(0);
      names.clear();
      at = 0;
    }

    return new NameScore(found, misses.size(), wrongs.size(), misses, wrongs);
  }

  @Test
  void earningsCalls() throws IOException {
    Masking masking = earnings(SharedData.folder("earnings21").resolve("ref"), NameSpotter.NONE);

    masking.print("earnings21");
    assertThat(masking.of("PERSON").ofTokens()).isGreaterThanOrEqualTo(0.55);
    assertThat(masking.overMasked()).isLessThanOrEqualTo(0.001);
  }

  /** References as one text per speaker's turn; names that are marked may be masked. */
  static Masking earnings(Path folder, NameSpotter spotter) throws IOException {
    Masking masking = new Masking(spotter);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        JsonNode types =
            new ObjectMapper()
                .readTree(
                    folder
                        .resolveSibling("wer_tags")
                        .resolve(file.getFileName().toString().replace(".nlp", ".wer_tag.json"))
                        .toFile());
        addCall(Files.readAllLines(file), types, masking);
      }
    }

    return masking;
  }

  private static void addCall(List<String> lines, JsonNode types, Masking masking) {
    StringBuilder text = new StringBuilder();
    List<Marked> names = new ArrayList<>();
    String speaker = "";
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\\|", -1);
      if (!cells[1].equals(speaker) && !text.isEmpty()) {
        masking.add(text.toString(), "en", List.copyOf(names), List.of());
        text.setLength(0);
        names.clear();
      }

      speaker = cells[1];
      text.append(text.isEmpty() ? "" : " ");
      int start = text.codePointCount(0, text.length());
      text.append(cells[0]);
      if (cells[7].matches(".*'\\d+'.*") && isPerson(cells[7], types)) {
        names.add(new Marked("PERSON", start, text.codePointCount(0, text.length())));
      }

      text.append(cells[4]);
    }

    masking.add(text.toString(), "en", names, List.of());
  }

  private static boolean isPerson(String tags, JsonNode types) {
    return Stream.of(tags.replaceAll("[^0-9,]", "").split(",", -1))
        .anyMatch(tag -> types.path(tag).path("entity_type").asText().equals("PERSON"));
  }
}
