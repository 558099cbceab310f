package io.talktrack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLocalLogStore {
  private static final int RACES = 400;
  private static final int RACERS = 4;
  private static final Configuration CONFIGURATION = new Configuration(false);

  @TempDir Path log;

  @Test
  void ofRacingCommitsExactlyOneWinsWithItsWholeContent() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    CyclicBarrier start = new CyclicBarrier(RACERS);
    try {
      for (int race = 0; race < RACES; race++) {
        Path commit = log.resolve("%020d.json".formatted(race));
        List<Future<Integer>> racers = new ArrayList<>();
        for (int racer = 0; racer < RACERS; racer++) {
          int number = racer;
          racers.add(
              threads.submit(
                  () -> {
                    start.await();
                    return write(commit, number);
                  }));
        }

        List<Integer> winners = new ArrayList<>();
        for (Future<Integer> racer : racers) {
          if (racer.get() >= 0) {
            winners.add(racer.get());
          }
        }
        assertThat(winners).as("winners of race %d", race).hasSize(1);
        assertThat(Files.readAllLines(commit)).isEqualTo(actions(winners.get(0)));
      }
    } finally {
      threads.shutdown();
    }
    assertNothingButCommits(RACES);
  }

  @Test
  void aLoserIsToldWhichCommitStands() throws IOException {
    Path commit = log.resolve("00000000000000000007.json");
    store().write(hadoop(commit), List.of("first").iterator(), false, CONFIGURATION);

    assertThatThrownBy(
            () -> store().write(hadoop(commit), List.of("second").iterator(), false, CONFIGURATION))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(hadoop(commit).toString());
    assertThat(commit).hasContent("first");
  }

  @Test
  void aFileThatIsMeantToBeReplacedIs() throws IOException {
    Path pointer = log.resolve("_last_checkpoint");
    store().write(hadoop(pointer), List.of("{\"version\":10}").iterator(), true, CONFIGURATION);

    store().write(hadoop(pointer), List.of("{\"version\":20}").iterator(), true, CONFIGURATION);

    assertThat(pointer).hasContent("{\"version\":20}");
    assertNothingButCommits(1);
  }

  @Test
  void aWriteThatFailsLeavesNothingBehind() throws IOException {
    Path commit = log.resolve("00000000000000000000.json");
    Iterator<String> torn =
        Stream.of("first", "second")
            .peek(
                line -> {
                  if (line.equals("second")) {
                    throw new IllegalStateException("the driver is going down");
                  }
                })
            .iterator();

    assertThatThrownBy(() -> store().write(hadoop(commit), torn, false, CONFIGURATION))
        .hasMessage("the driver is going down");
    assertNothingButCommits(0);
  }

  @Test
  void theLogIsMadeWhereItIsNot() throws IOException {
    Path commit = log.resolve("new table/_delta_log/00000000000000000000.json");

    store().write(hadoop(commit), List.of("{\"价格\":1}").iterator(), false, CONFIGURATION);

    assertThat(Files.readString(commit)).isEqualTo("{\"价格\":1}\n");
    assertThat(store().isPartialWriteVisible(hadoop(commit), CONFIGURATION)).isFalse();
  }

  private static int write(Path commit, int racer) throws IOException {
    try {
      store().write(hadoop(commit), actions(racer).iterator(), false, CONFIGURATION);
      return racer;
    } catch (FileAlreadyExistsException lost) {
      return -1;
    }
  }

  private static List<String> actions(int racer) {
    return Collections.nCopies(50, "{\"add\":{\"path\":\"part-of-racer-%d\"}}".formatted(racer));
  }

  // each racer has its own, as each process has
  private static LocalLogStore store() {
    return new LocalLogStore(CONFIGURATION);
  }

  private static org.apache.hadoop.fs.Path hadoop(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri());
  }

  private void assertNothingButCommits(int count) throws IOException {
    try (Stream<Path> files = Files.list(log)) {
      assertThat(files.toList())
          .hasSize(count)
          .noneMatch(file -> file.getFileName().toString().endsWith(".tmp"));
    }
  }
}
