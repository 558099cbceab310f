package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestFailure {
  @Test
  void whatOurChecksRejectIsTheUsersInput() {
    assertThat(Failure.of(new IllegalArgumentException("Cannot score: no step")))
        .isEqualTo(new Failure(2, "Cannot score: no step"));
  }

  @Test
  void whatALibraryRejectsIsAFailureWithoutItsWords() {
    assertThat(Failure.of(thrownBy(() -> List.of("a").get(3))))
        .isEqualTo(new Failure(1, "Cannot go on: IndexOutOfBoundsException."));
    assertThat(Failure.of(thrownBy(() -> Integer.parseInt("Dana Whitlock"))))
        .isEqualTo(new Failure(1, "Cannot go on: NumberFormatException."));
  }

  @Test
  void ourOwnMessageIsFoundBelowALibrarys() {
    Throwable inTask = new IllegalStateException("Cannot load model bundle x: y");

    assertThat(Failure.of(new RuntimeException("Job aborted: Dana said", inTask)))
        .isEqualTo(new Failure(1, "Cannot load model bundle x: y"));
  }

  @Test
  void aFileSystemsMessageIsTold() {
    assertThat(Failure.of(new RuntimeException(new NoSuchFileException("/lake", null, "full"))))
        .isEqualTo(
            new Failure(
                1, "Cannot go on: RuntimeException, caused by NoSuchFileException /lake: full."));
  }

  private static Throwable thrownBy(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("nothing was thrown");
  }
}
