package io.talktrack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.inbox.Bargains.Bargain;
import io.talktrack.inbox.Bargains.Message;
import io.talktrack.inbox.OutsideTexts.OutsideText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestOutsideJson {
  private static final String NEGOTIATION =
      """
      [{"uuid": "C_1",
        "scenario": {"kbs": [
          {"personal": {"Role": "seller", "Target": 9}, "item": {}},
          {"personal": {"Role": "%s", "Target": 7}, "item": {}}]},
        "outcome": {"reward": 1, "offer": {"price": 8.0}},
        "events": [
          {"action": "message", "agent": 1, "data": "8?"},
          {"action": "message", "agent": 0, "data": "Fine"},
          {"action": "message", "agent": 0, "data": " "},
          {"action": "offer", "agent": 0, "data": {"price": 8.0}},
          {"action": "accept", "agent": 1, "data": null}]}]
      """;
  private static final String DIALOGUES =
      """
      {"7": {"type": "x", "messages": [
        {"role": "usr", "content": "你好", "dialog_act": [["a"]]},
        {"role": "sys", "content": "您好"}]}}
      """;

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path zip(String content) throws IOException {
    Path file = folder.resolve("talk.json.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("talk.json"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void messagesAreReadWithTheirRolesAndOffersAreNot() throws IOException {
    assertThat(Bargains.read(file("dev.json", NEGOTIATION.formatted("buyer"))))
        .containsExactly(
            new Bargain("C_1", List.of(new Message(true, "8?"), new Message(false, "Fine")), true));
  }

  @Test
  void aRoleThatIsNeitherIsTold() throws IOException {
    Path file = file("dev.json", NEGOTIATION.formatted("judge"));

    assertThatThrownBy(() -> Bargains.read(file))
        .hasMessage(
            "Cannot read %s, negotiation C_1: it is cut or not written as CraigslistBargain is. Fetch it again, or take it out of the description of the sets.",
            file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[null]",
        "[{\"uuid\": \"C_1\", \"scenario\": {\"kbs\": [null]}, \"outcome\": {\"reward\": 1}, \"events\": []}]",
        "[{\"uuid\": \"C_1\", \"scenario\": {\"kbs\": []}, \"outcome\": {\"reward\": 1}, \"events\": [null]}]"
      })
  void whatIsNullIsTold(String content) throws IOException {
    Path file = file("dev.json", content);

    assertThatThrownBy(() -> Bargains.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read %s", file)
        .hasMessageContaining("it is cut or not written as CraigslistBargain is");
  }

  @Test
  void aNegotiationWithoutAnOutcomeIsTold() throws IOException {
    Path file =
        file("dev.json", "[{\"uuid\": \"C_1\", \"scenario\": {\"kbs\": []}, \"events\": []}]");

    assertThatThrownBy(() -> Bargains.read(file))
        .hasMessageStartingWith("Cannot read %s, line 1: it is cut or not written as", file);
  }

  @Test
  void usersTurnsAreReadFromAZipArchive() throws IOException {
    assertThat(OutsideTexts.usersOf(zip(DIALOGUES)))
        .containsExactly(new OutsideText("7", "你好", ""));
  }

  @Test
  void aCutArchiveIsTold() throws IOException {
    byte[] whole = Files.readAllBytes(zip(DIALOGUES));
    Path cut = Files.write(folder.resolve("cut.json.zip"), Arrays.copyOf(whole, 60));

    assertThatThrownBy(() -> OutsideTexts.usersOf(cut))
        .hasMessageStartingWith("Cannot read %s: it is cut or not written as CrossWOZ is.", cut);
  }

  @Test
  void whatIsNoArchiveIsTold() throws IOException {
    Path file = file("no.json.zip", DIALOGUES);

    assertThatThrownBy(() -> OutsideTexts.usersOf(file))
        .hasMessageStartingWith("Cannot read %s: it is cut or not written as CrossWOZ is.", file);
  }

  @Test
  void whatUnpacksToTooMuchIsTold() throws IOException {
    Path file = zip(" ".repeat((128 << 20) + 1));

    assertThatThrownBy(() -> OutsideTexts.usersOf(file))
        .hasMessage(
            "Cannot read %s: it holds more than 134,217,728 bytes. Give a part of it.", file);
  }
}
