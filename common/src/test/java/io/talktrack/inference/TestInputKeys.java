package io.talktrack.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestInputKeys {
  private static final String TEXT = "that's more than we have";
  private static final InputKeys KEYS = keys("secret", "bundle", "fp32", "cpu", "amd64-avx2");

  @Test
  void aKeyIsStable() {
    // a change of these digits makes every cached score of every user useless
    assertThat(KEYS.of(TEXT)).isEqualTo("c4d0a86d9a6fcd53fb1267e99db6d390");
    assertThat(keys("secret", "bundle", "fp32", "cpu", "amd64-avx2").of(TEXT))
        .isEqualTo(KEYS.of(TEXT));
  }

  @Test
  void everyThingThatDecidesAScoreChangesTheKey() {
    List<InputKeys> others =
        List.of(
            keys("another", "bundle", "fp32", "cpu", "amd64-avx2"),
            keys("secret", "other", "fp32", "cpu", "amd64-avx2"),
            keys("secret", "bundle", "fp16", "cpu", "amd64-avx2"),
            keys("secret", "bundle", "fp32", "gpu", "amd64-avx2"),
            keys("secret", "bundle", "fp32", "cpu", "amd64-avx512f"));

    Set<String> different = new HashSet<>(Set.of(KEYS.of(TEXT)));
    for (InputKeys other : others) {
      assertThat(different.add(other.of(TEXT))).isTrue();
    }
  }

  @Test
  void everyCharacterOfTheTextCounts() {
    List<String> texts =
        List.of(
            TEXT, TEXT + " ", " " + TEXT, TEXT.toUpperCase(Locale.ROOT), "", "\n", "太贵了", "太貴了");

    assertThat(texts.stream().map(KEYS::of)).doesNotHaveDuplicates();
  }

  @Test
  void aKeyTellsNothingOfTheText() {
    assertThat(KEYS.of(TEXT)).matches("[0-9a-f]{32}");
    assertThat(KEYS.of("很长的一句话".repeat(500))).matches("[0-9a-f]{32}");
  }

  @Test
  void anExecutorMakesTheSameKeys() throws IOException, ClassNotFoundException {
    String expected = KEYS.of(TEXT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(KEYS);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((InputKeys) in.readObject()).of(TEXT)).isEqualTo(expected);
    }
  }

  @Test
  void theCallerMayWipeItsSecret() {
    byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
    InputKeys keys = new InputKeys(secret, "bundle", "fp32", "cpu", "amd64-avx2");
    secret[0] = 0;

    assertThat(keys.of(TEXT)).isEqualTo(KEYS.of(TEXT));
  }

  private static InputKeys keys(
      String secret, String bundle, String precision, String device, String processor) {
    return new InputKeys(
        secret.getBytes(StandardCharsets.UTF_8), bundle, precision, device, processor);
  }
}
