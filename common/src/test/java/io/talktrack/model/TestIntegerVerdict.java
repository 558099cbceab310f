package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIntegerVerdict {
  @TempDir private Path folder;

  @Test
  void int8PaysWhereItIsFasterAndEveryHeadLosesLittle() {
    IntegerVerdict verdict = measured(1.2, 0.5);

    assertThat(verdict.allows()).isTrue();
    assertThat(verdict.against(Processor.kind())).isEmpty();
  }

  @Test
  void oneHeadThatLosesMoreIsAgainstIt() {
    IntegerVerdict verdict = measured(3, 0.7204);

    assertThat(verdict.allows()).isFalse();
    assertThat(verdict.against(Processor.kind()))
        .contains("loses 0.72 points of F1 (objection), and 0.50 are allowed");
  }

  @Test
  void tooLittleSpeedIsAgainstIt() {
    assertThat(measured(1.19, 0).against(Processor.kind()))
        .contains("is 1.19 times as fast as fp32, and 1.20 times are asked");
  }

  @Test
  void whatWasTimedOnAnotherKindOfProcessorSaysNothingOfThisOne() {
    assertThat(measured(3, 0).against("arm64-asimd"))
        .contains(
            "was timed on %s and not on arm64-asimd: run `talktrack models calibrate` here"
                .formatted(Processor.kind()));
  }

  @Test
  void itIsTheSameWhenReadAgainAndPeopleReadItsConclusion() throws Exception {
    IntegerVerdict verdict = measured(2.57, 0.72);
    verdict.save(folder);
    String json = Files.readString(folder.resolve(IntegerVerdict.FILE));

    assertThat(IntegerVerdict.fromJson("here", json)).isEqualTo(verdict);
    assertThat(json)
        .contains("\"gain\" : 2.57")
        .contains("\"objection\" : 0.72")
        .contains("\"least_gain\" : 1.2")
        .contains("\"most_lost_points\" : 0.5")
        .contains("\"is_allowed\" : false");
  }

  @Test
  void aTornOneIsNamed() {
    String torn = measured(2, 0).toJson().substring(0, 30);

    assertThatThrownBy(() -> IntegerVerdict.fromJson("conf/int8-verdict.json", torn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read the verdict on int8 from conf/int8-verdict.json: it is torn or was not made by `talktrack models calibrate`. Run that, or set models.precision to fp32.");
  }

  private static IntegerVerdict measured(double gain, double lost) {
    return IntegerVerdict.here("v1", 100, gain, Map.of("sentiment", -0.3, "objection", lost));
  }
}
