package io.talktrack.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.email.Threads.Head;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestThreads {
  private static final Instant START = Instant.parse("2026-04-14T09:00:00Z");

  @Test
  void answersFollowTheirReferences() {
    List<String> keys =
        Threads.keys(
            List.of(
                head("a", List.of(), null, "Quote", 0, "rep", "dana"),
                head("b", List.of("a"), "a", "Re: Quote", 1, "rep", "dana"),
                head("c", List.of(), "b", "A new subject", 2, "owen", "dana"),
                head("d", List.of(), null, "Other", 3, "rep", "dana")));

    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isEqualTo(keys.get(0));
    assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
    assertThat(keys.get(0)).matches("t_[0-9a-f]{24}");
  }

  @Test
  void answersToAMailThatIsMissingBelongTogether() {
    List<String> keys =
        Threads.keys(
            List.of(
                head("b", List.of("gone"), null, "Re: Quote", 0, "rep", "dana"),
                head("c", List.of("gone"), null, "Re: Pricing", 90, "rep", "owen")));

    assertThat(keys.get(1)).isEqualTo(keys.get(0));
  }

  @Test
  void sameSubjectJoinsOnlyTheSamePeopleWithinThirtyDays() {
    List<String> keys =
        Threads.keys(
            List.of(
                head("a", List.of(), null, "Quote", 0, "rep", "dana"),
                head("b", List.of(), null, "答复：RE: quote", 20, "dana", "rep", "owen"),
                head("c", List.of(), null, "Quote", 1, "rep", "ming"),
                head("d", List.of(), null, "Fwd: Quote", 51, "rep", "dana"),
                head("e", List.of(), null, "", 1, "rep", "dana"),
                head("f", List.of(), null, "Re:", 2, "rep", "dana")));

    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(Set.copyOf(keys)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "31, 2"})
  void talkThatPausedLongerThanThirtyDaysIsAnother(int day, int threads) {
    List<String> keys =
        Threads.keys(
            List.of(
                head(null, List.of(), null, "Quote", 0, "rep", "dana"),
                head(null, List.of(), null, "Re: Quote", day, "dana", "rep")));

    assertThat(Set.copyOf(keys)).hasSize(threads);
  }

  @Test
  void mailsWithoutIdOrDateHaveAThreadToo() {
    Head undated = new Head(null, List.of(), null, "Quote", Set.of("rep", "dana"), null);

    List<String> keys =
        Threads.keys(List.of(undated, head("a", List.of(), null, "Quote", 0, "rep", "dana")));

    assertThat(keys).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void orderOfArrivalChangesNothing() {
    Random random = new Random(20_261_122L);
    for (int round = 0; round < 200; round++) {
      List<Head> heads = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String id = random.nextInt(8) == 0 ? null : "m" + i;
        List<String> references =
            random.nextInt(3) == 0 ? List.of("m" + random.nextInt(40)) : List.of();
        heads.add(
            new Head(
                id,
                references,
                random.nextInt(4) == 0 ? "m" + random.nextInt(50) : null,
                random.nextBoolean()
                    ? "Re: Quote " + random.nextInt(6)
                    : "Quote " + random.nextInt(6),
                Set.of("p" + random.nextInt(4), "q" + random.nextInt(4), "r"),
                random.nextInt(10) == 0 ? null : START.plus(random.nextInt(90), ChronoUnit.DAYS)));
      }

      Map<Head, String> expected = keysOf(heads);
      Collections.shuffle(heads, random);

      assertThat(keysOf(heads)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Re: RE: Fwd: Quote        | quote
          回复：转发: 报价单        | 报价单
          Re[2]: Quote              | quote
          AW: [EXTERNAL] Quote      | quote
          ＲＥ：Quote               | quote
          Antwort: Angebot          | angebot
          RES: ENC: Proposta        | proposta
          Report: results           | report: results
          """)
  void subjectsLoseWhatMailersPutBefore(String subject, String normalised) {
    assertThat(Subjects.normalised(subject)).isEqualTo(normalised);
  }

  private static Map<Head, String> keysOf(List<Head> heads) {
    List<String> keys = Threads.keys(heads);
    Map<Head, String> byHead = new HashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      byHead.put(heads.get(i), keys.get(i));
    }

    return byHead;
  }

  private static Head head(
      String id,
      List<String> references,
      String inReplyTo,
      String subject,
      int day,
      String... people) {
    return new Head(
        id, references, inReplyTo, subject, Set.of(people), START.plus(day, ChronoUnit.DAYS));
  }
}
