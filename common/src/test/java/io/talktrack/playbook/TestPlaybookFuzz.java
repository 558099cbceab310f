package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.talktrack.tracker.TrackerReader;
import java.nio.charset.StandardCharsets;

/**
 * Whatever the file of a playbook, of trackers or of a golden call says, it is read or refused with
 * all that is wrong. In a build the seeds beside this class are tried; CONTRIBUTING tells how to
 * search on.
 */
class TestPlaybookFuzz {
  private static final Playbook PLAYBOOK =
      PlaybookReader.read(ConfFile.read("playbooks/default.yaml"));

  @FuzzTest
  void textIsAPlaybookOrRefused(byte[] content) {
    tried(() -> PlaybookReader.read(new String(content, StandardCharsets.UTF_8)));
  }

  @FuzzTest
  void textIsAListOfTrackersOrRefused(byte[] content) {
    tried(() -> TrackerReader.read(new String(content, StandardCharsets.UTF_8)));
  }

  @FuzzTest
  void textIsAGoldenCallOrRefused(byte[] content) {
    tried(() -> GoldenCallReader.read(new String(content, StandardCharsets.UTF_8), PLAYBOOK));
  }

  private static void tried(Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot use ");
    }
  }
}
