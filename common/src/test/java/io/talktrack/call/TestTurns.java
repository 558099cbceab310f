package io.talktrack.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestTurns {
  @Test
  void oneSpeakersCuesMergeUntilTheGapIsReached() {
    List<TurnDraft> turns =
        Turns.merge(
            List.of(
                Cue.timed(0, 1000, "Ana", "we looked"),
                Cue.timed(2999, 4000, "Ana", "at the offer"),
                Cue.timed(6000, 7000, "Ana", "again")));

    assertThat(turns)
        .extracting(TurnDraft::text)
        .containsExactly("we looked at the offer", "again");
    assertThat(turns).extracting(TurnDraft::turnNo).containsExactly(0, 1);
    assertThat(turns).extracting(TurnDraft::endMillis).containsExactly(4000L, 7000L);
  }

  @Test
  void overlappingSpeechIsSortedByStartAndKept() {
    List<TurnDraft> turns =
        Turns.merge(
            List.of(
                Cue.timed(5000, 6000, "Ana", "c"),
                Cue.timed(0, 4000, "Ana", "a"),
                Cue.timed(1000, 1500, "Ben", "b")));

    assertThat(turns).extracting(TurnDraft::text).containsExactly("a", "b", "c");
    assertThat(turns).extracting(TurnDraft::startMillis).containsExactly(0L, 1000L, 5000L);
  }

  @Test
  void anEndBeforeAnEarlierEndDoesNotShortenTheTurn() {
    List<TurnDraft> turns =
        Turns.merge(List.of(Cue.timed(0, 9000, "Ana", "a"), Cue.timed(1000, 500, "Ana", "b")));

    assertThat(turns).extracting(TurnDraft::endMillis).containsExactly(9000L);
  }

  @Test
  void untimedCuesOfOneSpeakerMerge() {
    List<TurnDraft> turns =
        Turns.merge(
            List.of(Cue.untimed("Ana", "a"), Cue.untimed("Ana", "b"), Cue.untimed("Ben", "c")));

    assertThat(turns).extracting(TurnDraft::text).containsExactly("a b", "c");
    assertThat(turns).extracting(TurnDraft::startMillis).containsOnlyNulls();
  }

  @Test
  void wordsWithoutTimeNeverBorrowOne() {
    List<TurnDraft> turns =
        Turns.merge(List.of(Cue.timed(0, 1000, "Ana", "a"), Cue.untimed("Ana", "b")));

    assertThat(turns).extracting(TurnDraft::text).containsExactly("a", "b");
  }

  @Test
  void unnamedCuesMergeOnlyWithinASentence() {
    List<TurnDraft> turns =
        Turns.merge(
            List.of(
                Cue.timed(0, 900, null, "how much"),
                Cue.timed(900, 1800, null, "is it?"),
                Cue.timed(1800, 2000, null, "Forty.")));

    assertThat(turns).extracting(TurnDraft::text).containsExactly("how much is it?", "Forty.");
  }

  @Test
  void chatStandsAmongSpeechByTimeWithoutCuttingIt() {
    List<TurnDraft> turns =
        Turns.merge(
            List.of(
                Cue.timed(0, 1000, "Ana", "we looked"),
                Cue.timed(1500, 3000, "Ana", "at it"),
                Cue.timed(8000, 9000, "Ben", "good"),
                chat(1200L, "Ana", "see the link"),
                chat(9500L, "Ben", "thanks")));

    assertThat(turns)
        .extracting(TurnDraft::text)
        .containsExactly("we looked at it", "see the link", "good", "thanks");
  }

  @Test
  void chatWithoutTimesComesAfterSpeech() {
    List<TurnDraft> turns =
        Turns.merge(List.of(chat(null, "Ben", "thanks"), Cue.timed(8000, 9000, "Ben", "good")));

    assertThat(turns).extracting(TurnDraft::text).containsExactly("good", "thanks");
  }

  @Test
  void hanTextIsJoinedWithoutASpace() {
    List<TurnDraft> turns =
        Turns.merge(
            List.of(
                Cue.untimed("客户", "太贵了，"),
                Cue.untimed("客户", "我们\n再考虑"),
                Cue.untimed("客户", "CRM 系统")));

    assertThat(turns).extracting(TurnDraft::text).containsExactly("太贵了，我们再考虑 CRM 系统");
  }

  @Test
  void wordsOfMergedCuesFollowEachOther() {
    Word how = new Word(0L, 400L, "how", 0.9);
    Word much = new Word(500L, 900L, "much", null);
    List<TurnDraft> turns =
        Turns.merge(
            List.of(
                new Cue(0L, 400L, "Ana", Speaker.REP, "ch_0", "how", List.of(how)),
                new Cue(500L, 900L, "Ana", Speaker.REP, "ch_0", "much", List.of(much))));

    assertThat(turns)
        .containsExactly(
            new TurnDraft(0, "Ana", Speaker.REP, "ch_0", 0L, 900L, "how much", List.of(how, much)));
  }

  @Test
  void aNegativeGapIsRefused() {
    assertThatThrownBy(() -> Turns.merge(List.of(), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot merge cues: the largest gap must be 0 or more milliseconds: -1");
  }

  private static Cue chat(Long at, String speaker, String text) {
    return new Cue(at, at, speaker, Speaker.UNKNOWN, "chat", text, List.of());
  }
}
