package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTrainedHeads {
  private static final TrainedHeads HEADS = RandomHeads.on(Pretrained.ALL_MINILM_L6_V2);

  @TempDir Path folder;

  @Test
  void whatIsSavedIsLoadedToTheLastBit() {
    HEADS.save(folder.resolve("new/heads"));

    TrainedHeads loaded = TrainedHeads.load(folder.resolve("new/heads"));

    assertThat(loaded).usingRecursiveComparison().ignoringFields("training").isEqualTo(HEADS);
    assertThat(loaded.training()).isEqualTo(HEADS.training());
    assertThat(loaded.toJson()).isEqualTo(HEADS.toJson());
    assertThat(loaded.version()).isEqualTo(HEADS.version());
  }

  @Test
  void otherHeadsHaveAnotherVersion() {
    Head first = HEADS.heads().get(0);
    float[] bias = first.bias().clone();
    bias[0] = Math.nextUp(bias[0]);
    Head changed =
        new Head(
            first.name(), first.kind(), first.labels(), first.weights(), bias, first.thresholds());

    TrainedHeads other =
        new TrainedHeads(
            HEADS.name(),
            HEADS.language(),
            HEADS.encoder(),
            HEADS.maxTokens(),
            List.of(changed, HEADS.heads().get(1)),
            null,
            HEADS.training(),
            HEADS.card());

    assertThat(HEADS.version()).matches("[0-9a-f]{12}");
    assertThat(other.version()).isNotEqualTo(HEADS.version());
  }

  @Test
  void aMissingFileIsNamedWithItsFolder() throws IOException {
    Files.writeString(folder.resolve("heads.json"), HEADS.toJson());

    assertThatThrownBy(() -> TrainedHeads.load(folder))
        .hasMessage(
            "Cannot read trained heads from %s: README.md is missing. Set models.english and models.chinese to folders made by `talktrack models train`.",
            folder);
  }

  @Test
  void tornHeadsAndOtherJsonAreRefusedWithThePlace() {
    String whole = HEADS.toJson();
    for (String other :
        List.of(
            whole.substring(0, whole.length() / 2),
            "",
            "{}",
            "[]",
            "{\"encoder\": \"ALL_MINILM_L6_V2\"}",
            whole.replace("ALL_MINILM_L6_V2", "SOME_OTHER_ENCODER"),
            whole.replaceFirst("\"LABEL_0\",", ""))) {
      assertThatThrownBy(
              () ->
                  TrainedHeads.read(
                      "conf/models/own", file -> other.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Cannot read trained heads from conf/models/own: heads.json is torn or was not made by `talktrack models train`. Put the file back, or set models.english and models.chinese to folders that it made.");
    }
  }
}
