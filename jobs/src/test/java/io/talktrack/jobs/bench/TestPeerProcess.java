package io.talktrack.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.jobs.bench.InferenceArm.Cost;
import io.talktrack.jobs.bench.InferenceArm.InferenceTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TestPeerProcess {
  @TempDir private Path folder;

  private PeerProcess start(String script) throws IOException {
    return PeerProcess.start("peer", 5, List.of("sh", "-c", script), folder);
  }

  @Test
  void aPeerIsAskedAndAnswersWithWhatItTook() throws IOException {
    try (PeerProcess peer =
        start("echo chatter; echo talktrack-peer ready; read line; echo talktrack-peer 2.5 4.0")) {
      Cost cost = peer.read(new InferenceTexts(InferenceWorkload.SHORT, List.of("one", "two")));

      assertThat(cost).isEqualTo(new Cost(2.5, 4.0));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itsOwnMemoryIsToldAndNotOurs() throws IOException {
    try (PeerProcess peer = start("echo talktrack-peer ready; read line")) {
      assertThat(peer.residentMegabytes().orElseThrow()).isLessThan(20);
      assertThat(Resources.residentMegabytes().orElseThrow()).isGreaterThan(40);
    }
  }

  @Test
  void aPeerIsToldHowManyToReadAtOnce() throws IOException {
    String tellsItsBatch =
        "echo talktrack-peer ready; while read question size; do case $question in "
            + "batch) batch=$size; echo talktrack-peer $size;; *) echo talktrack-peer $batch 0;; esac; done";
    InferenceTexts texts = new InferenceTexts(InferenceWorkload.SHORT, List.of("one"));
    try (PeerProcess peer = start(tellsItsBatch)) {
      peer.batch(16);
      assertThat(peer.read(texts).seconds()).isEqualTo(16);
      peer.batch(32);
      assertThat(peer.read(texts).seconds()).isEqualTo(32);
    }
  }

  @Test
  void whyAPeerDoesNotStartIsToldInItsOwnLastWords() {
    assertThatThrownBy(
            () -> start("echo first >&2; echo 'No module named onnxruntime' >&2; exit 1"))
        .isInstanceOf(IOException.class)
        .hasMessage("No module named onnxruntime");
    assertThatThrownBy(() -> start("exit 1"))
        .isInstanceOf(IOException.class)
        .hasMessage("it ended without a word");
  }

  @Test
  void peersOfOneFolderReadEachItsOwnTexts() throws IOException {
    String counts =
        "echo talktrack-peer ready; while read question file; do "
            + "echo talktrack-peer $(wc -l < $file) 0; done";
    InferenceTexts texts =
        new InferenceTexts(InferenceWorkload.SHORT, List.of("1", "2", "3", "4", "5", "6"));
    try (PeerProcess slow = start(counts);
        PeerProcess fast = start(counts)) {
      assertThat(slow.read(texts.fewer(slow.fewer())).seconds()).isEqualTo(1);
      assertThat(fast.read(texts).seconds()).isEqualTo(6);
    }
  }
}
