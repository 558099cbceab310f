package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The order in which files arrive, change and go decides nothing. */
class TestArrivalOrder {
  private static final List<String> PATHS = List.of("a", "b", "c", "d", "e", "f");
  // two that are one conversation's versions, two of no conversation known by id, one more, none
  private static final List<String> CONTENTS =
      List.of("k=1", "k=2", "one", "two", "m=1", Arrivals.BROKEN);

  @RepeatedTest(400)
  void anyScheduleEndsAsOneRunOnItsLastState(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Arrivals arrivals = new Arrivals();
    for (int step = 0; step < 40; step++) {
      change(arrivals, random);
      if (random.nextInt(3) == 0) {
        arrivals.run();
      }
    }
    arrivals.run();

    Arrivals fresh = new Arrivals();
    arrivals.contents().forEach((path, content) -> fresh.put(path, content, 1));
    fresh.run();
    assertThat(arrivals.calls()).isEqualTo(fresh.calls());
    assertThat(arrivals.run()).as("files that an unchanged folder has read again").isZero();
  }

  @RepeatedTest(400)
  void whileFilesGoEveryFileThatIsThereStandsForACall(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Arrivals arrivals = new Arrivals();
    for (int step = 0; step < 40; step++) {
      if (random.nextInt(4) == 0) {
        arrivals.delete(PATHS.get(random.nextInt(PATHS.size())));
      } else {
        change(arrivals, random);
      }
      arrivals.run();

      Map<String, String> calls = arrivals.calls();
      assertThat(calls.values()).doesNotHaveDuplicates();
      arrivals
          .contents()
          .forEach(
              (path, content) -> {
                if (content.equals(Arrivals.BROKEN)) {
                  return;
                }
                assertThat(calls)
                    .as("the call of %s, which holds %s".formatted(path, content))
                    .satisfiesAnyOf(
                        all -> assertThat(all).containsKey(id(path, content)),
                        all ->
                            assertThat(all.values())
                                .anyMatch(call -> call.endsWith(" " + content)));
              });
    }
  }

  @Test
  void aCopyOfACopyStandsWhereTheOriginalChangesAndTheFirstCopyIsGone() {
    Arrivals arrivals = new Arrivals();
    arrivals.put("b", "one", 1);
    arrivals.put("c", "one", 1);
    arrivals.run();
    arrivals.put("a", "one", 1);
    arrivals.run();
    assertThat(arrivals.calls()).containsOnlyKeys("a");

    arrivals.put("a", "two", 2);
    arrivals.delete("b");
    arrivals.run();

    assertThat(arrivals.calls()).isEqualTo(Map.of("a", "a two", "c", "c one"));
  }

  @Test
  void aFileThatCanNoLongerBeReadHandsItsCallToItsCopy() {
    Arrivals arrivals = new Arrivals();
    arrivals.put("a", "k=1", 1);
    arrivals.put("b", "k=2", 1);
    arrivals.put("c", "one", 1);
    arrivals.run();
    arrivals.put("a", Arrivals.BROKEN, 2);
    arrivals.put("c", Arrivals.BROKEN, 2);
    arrivals.run();

    assertThat(arrivals.calls()).isEqualTo(Map.of("k", "b k=2"));
  }

  @Test
  void ofEqualFilesTheSmallerPathIsTheCallWheneverItComes() {
    Arrivals arrivals = new Arrivals();
    arrivals.put("b", "one", 9);
    arrivals.run();
    arrivals.put("a", "one", 1);
    arrivals.run();

    assertThat(arrivals.calls()).isEqualTo(Map.of("a", "a one"));
    assertThat(arrivals.copies()).isEqualTo(Map.of("b", "a"));
  }

  // new, repeated, late and changed files: times go back as often as forth
  private static void change(Arrivals arrivals, Random random) {
    String path = PATHS.get(random.nextInt(PATHS.size()));
    String content = CONTENTS.get(random.nextInt(CONTENTS.size()));
    arrivals.put(path, content, random.nextLong(1_000_000_000));
  }

  private static String id(String path, String content) {
    int id = content.indexOf('=');
    return id < 0 ? path : content.substring(0, id);
  }
}
