package io.talktrack.jobs.bench;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Cue;
import io.talktrack.inbox.Inbox;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.jobs.bench.MadeCalls.MadeFile;
import io.talktrack.transcript.CallName;
import io.talktrack.transcript.TranscriptFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMadeCalls {
  private static final List<String> SAID =
      List.of(
          "What does it cost?", "Less than <you> & I think.", "那就<v 好>了。", "When can you start?");

  @TempDir private Path folder;
  private MadeCalls made;

  @BeforeEach
  void oneCallAndOneThatCannotBeRead() throws IOException {
    TinyCompany company = new TinyCompany(folder);
    company.put(
        "calls/2026-06-02 first.txt",
        "Ann: %s\nBob: %s\nAnn: %s\nBob: %s\n".formatted(SAID.toArray()));
    company.put("calls/2026-06-03 torn.vtt", "WEBVTT\n\nhi\n");
    made = MadeCalls.of(Inbox.local(folder, 1_000_000));
  }

  @Test
  void everyFormatHoldsTheLinesOfTheOriginal() throws Exception {
    for (WrittenCall format : WrittenCall.values()) {
      MadeFile file =
          IntStream.range(0, 40)
              .mapToObj(made::call)
              .filter(call -> call.name().endsWith(format.suffix()))
              .findFirst()
              .orElseThrow();

      assertThat(TranscriptFormats.read(file.bytes(), file.name()).cues())
          .as(format.name())
          .extracting(Cue::text)
          .containsExactlyInAnyOrderElementsOf(SAID);
    }
  }

  @Test
  void theSameNumberGivesTheSameCallAndAnotherNumberAnother() {
    List<MadeFile> calls = IntStream.range(0, 200).mapToObj(made::call).toList();

    assertThat(made.call(7)).isEqualTo(calls.get(7));
    assertThat(calls.stream().map(MadeFile::text).collect(toSet())).hasSize(200);
  }

  @Test
  void twentyCallsShareADay() {
    assertThat(List.of(day(0), day(19), day(20)))
        .containsExactly(
            LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
  }

  private LocalDate day(int number) {
    return CallName.dateInName(made.call(number).name()).orElseThrow().date();
  }

  @Test
  void anInputWithoutReadableCallsMakesNone() throws IOException {
    assertThat(MadeCalls.of(Inbox.local(folder.resolve("calls"), 1_000_000)).isEmpty()).isTrue();
  }
}
