package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Speaker;
import io.talktrack.call.TurnDraft;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestTwoChannels {
  @Test
  void theSourceMayCountFromZeroOrFromOne() {
    assertThat(of("1", "0")).contains(new TwoChannels("0", "1"));
    assertThat(of("1", "2")).contains(new TwoChannels("1", "2"));
    assertThat(of("ch_1", "ch_0", "ch_1")).contains(new TwoChannels("ch_0", "ch_1"));
    assertThat(of("channel_1", "channel_2")).contains(new TwoChannels("channel_1", "channel_2"));
  }

  @Test
  void withMoreOrFewerOrWithoutNumbersThereAreNotTwo() {
    assertThat(of("0")).isEmpty();
    assertThat(of("0", "1", "2")).isEmpty();
    assertThat(of("0", "2")).isEmpty();
    assertThat(of("2", "3")).isEmpty();
    assertThat(of("left", "right")).isEmpty();
    assertThat(of("a_0", "b_1")).isEmpty();
    assertThat(of("0", "1", null)).isEmpty();
    assertThat(of()).isEmpty();
  }

  @Test
  void chatIsNoChannelOfTheRecording() {
    assertThat(of("0", "chat", "1")).contains(new TwoChannels("0", "1"));
    assertThat(of("0", "chat")).isEmpty();
  }

  @Test
  void aVoiceIsOnAChannelThatHoldsAllOfIt() {
    TwoChannels channels = new TwoChannels("ch_0", "ch_1");

    assertThat(channels.holding(turns("ch_0", "chat", "ch_0"))).contains("0");
    assertThat(channels.holding(turns("ch_1"))).contains("1");
    assertThat(channels.holding(turns("ch_0", "ch_1"))).isEmpty();
    assertThat(channels.holding(turns("chat"))).isEmpty();
  }

  private static Optional<TwoChannels> of(String... channels) {
    return TwoChannels.of(turns(channels));
  }

  private static List<TurnDraft> turns(String... channels) {
    return Arrays.stream(channels)
        .map(
            channel ->
                new TurnDraft(0, null, Speaker.UNKNOWN, channel, null, null, "well", List.of()))
        .toList();
  }
}
