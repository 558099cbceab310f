package io.talktrack.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.LinearTime;
import io.talktrack.SharedData;
import io.talktrack.transcript.UnreadableException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDamagedTranscripts {
  private static final int CASES = 2000;
  private static final List<String> FOLDERS =
      List.of(
          "zoom_vtt",
          "teams_vtt",
          "srt_vtt_samples",
          "otter_export",
          "podcast_transcript_suite",
          "webvtt_suites",
          "asr_json");

  @Test
  void whateverTheBytesOnlyUnreadableLeaves() throws Exception {
    List<byte[]> whole = new ArrayList<>();
    for (String name : Fixtures.NAMES) {
      whole.add(Fixtures.bytes(name));
    }

    assertOnlyUnreadableLeaves(whole, new Random(20261122));
  }

  @Test
  void realFilesMayBeDamagedToo() throws Exception {
    List<byte[]> whole = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> walk = Files.walk(SharedData.folder(folder))) {
        for (Path file : walk.filter(TestDamagedTranscripts::isSmall).sorted().toList()) {
          whole.add(Files.readAllBytes(file));
        }
      }
    }

    assertThat(whole).hasSizeGreaterThan(100);
    assertOnlyUnreadableLeaves(whole, new Random(42));
  }

  private static void assertOnlyUnreadableLeaves(List<byte[]> whole, Random random) {
    Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    int read = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] content = i % 10 == 0 ? noise(random) : damaged(whole.get(i % whole.size()), random);
      try {
        assertThat(TranscriptFormats.read(content, "case" + i).cues()).isNotEmpty();
        read++;
      } catch (UnreadableException e) {
        refused.merge(e.reason(), 1, Integer::sum);
      }
    }

    // damage that is never refused, or always, would mean that the cases test nothing
    assertThat(read).isBetween(CASES / 10, CASES * 9 / 10);
    assertThat(refused).containsKeys(Reason.NOT_TEXT, Reason.TORN, Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<v a>",
        "<",
        "&amp",
        " ",
        "a ",
        "a:",
        "00:00:01",
        "{\\",
        "[0:01]",
        "<i>",
        "<p>",
        "\",",
        "{\"a\":",
        "0:01 - "
      })
  void everyPatternIsLinearOnALongLine(String repeated) {
    List<String> starts =
        List.of(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n",
            "1\n00:00:01,000 --> 00:00:02,000\n",
            "<time>0:01</time><p>a</p>\n",
            "0:00:01.0,0:00:02.0\n",
            "speaker,text\nAna,",
            "{\"speaker\":\"Ana\",\"text\":\"a\"}\n",
            "Ana  0:01\n",
            "00:00:01\tFrom A to B:\thi\n00:00:02\tFrom ",
            "Ana: a\nBen: b\nAna: c\nBen: d\n");
    for (String start : starts) {
      LinearTime.assertLinear(
          150_000,
          length -> start + repeated.repeat(length / repeated.length()) + "\n",
          TestDamagedTranscripts::readOrRefuse);
    }
  }

  private static void readOrRefuse(String text) {
    try {
      assertThat(Fixtures.readText(text).cues()).isNotEmpty();
    } catch (UnreadableException refused) {
      assertThat(refused.reason()).isNotEqualTo(Reason.NOT_TEXT);
    }
  }

  private static boolean isSmall(Path file) {
    return Files.isRegularFile(file) && file.toFile().length() < 60_000;
  }

  private static byte[] noise(Random random) {
    byte[] content = new byte[random.nextInt(600)];
    random.nextBytes(content);
    return content;
  }

  /** Cut, and some bytes overwritten, copied and repeated. */
  private static byte[] damaged(byte[] whole, Random random) {
    byte[] content = whole.clone();
    if (content.length == 0) {
      return content;
    }

    if (random.nextBoolean()) {
      content = Arrays.copyOf(content, 1 + random.nextInt(content.length));
    }

    for (int change = random.nextInt(6); change > 0; change--) {
      int from = random.nextInt(content.length);
      int to = random.nextInt(content.length);
      switch (random.nextInt(3)) {
        case 0 -> content[from] = (byte) random.nextInt(256);
        case 1 -> content[from] = content[to];
        default ->
            System.arraycopy(
                content, from, content, to, Math.min(20, content.length - Math.max(from, to)));
      }
    }

    return content;
  }
}
