package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.talktrack.jobs.Finding.Level;
import io.talktrack.model.ActivationRanges;
import io.talktrack.model.Head;
import io.talktrack.model.IntegerVerdict;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Pretrained;
import io.talktrack.model.Processor;
import io.talktrack.model.TrainedHeads;
import io.talktrack.table.Lake;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestModelsInUse {
  private static final ActivationRanges RANGES =
      new ActivationRanges("0", 1, new TreeMap<>(Map.of()));
  private static final TrainedHeads ENGLISH = heads("tiny-en", "en", 256);
  private static final TrainedHeads CHINESE = heads("tiny-zh", "zh", 256);

  @TempDir private Path conf;

  @Test
  void autoTakesInt8WhereItWasMeasuredToPayAndFp32Elsewhere() {
    keep(ENGLISH, Processor.kind(), 0.1);
    keep(CHINESE, Processor.kind(), 0.64);
    ModelsInUse models = models("auto");

    assertThat(isInt8(models, ENGLISH)).isTrue();
    assertThat(isInt8(models, CHINESE)).isFalse();
    assertThat(models.doubts()).isEmpty();
    assertThat(Doctor.precision(models).line())
        .isEqualTo(
            "ok    models.precision: auto: int8 of tiny-en; fp32, for int8 of tiny-zh loses 0.64 points of F1 (objection), and 0.50 are allowed");
  }

  @Test
  void autoTakesFp32WhereNobodyMeasuredOrOnAnotherProcessor() {
    keep(ENGLISH, "another-processor", 0.1);
    CHINESE.save(folder(CHINESE));
    ModelsInUse models = models("auto");

    assertThat(isInt8(models, ENGLISH)).isFalse();
    assertThat(isInt8(models, CHINESE)).isFalse();
  }

  @Test
  void aVerdictOnOtherHeadsOrOtherScalesCountsForNothing() {
    keep(ENGLISH, Processor.kind(), 0.1);
    keep(CHINESE, Processor.kind(), 0.1);
    TrainedHeads retrained = heads("tiny-en", "en", 128);
    retrained.save(folder(ENGLISH));
    new ActivationRanges("0", 2, new TreeMap<>(Map.of())).save(folder(CHINESE));
    ModelsInUse models = models("auto");

    assertThat(isInt8(models, retrained)).isFalse();
    assertThat(isInt8(models, CHINESE)).isFalse();
  }

  @Test
  void int8ThatIsAskedForAgainstItsVerdictGoesOnAndIsTold() {
    keep(ENGLISH, Processor.kind(), 0.1);
    keep(CHINESE, Processor.kind(), 0.64);
    ModelsInUse models = models("int8");

    assertThat(isInt8(models, CHINESE)).isTrue();
    assertThat(Doctor.precision(models).level()).isEqualTo(Level.WARN);
    assertThat(models.doubts())
        .contains(
            "models.precision is int8, but tiny-zh loses 0.64 points of F1 (objection), and 0.50 are allowed. Set it to auto, which takes int8 where it was measured to pay, or to fp32.");
  }

  @Test
  void int8ThatPaysAndFp32RaiseNoDoubt() {
    keep(ENGLISH, Processor.kind(), 0.1);
    keep(CHINESE, Processor.kind(), 0.1);

    assertThat(models("int8").doubts()).isEmpty();
    assertThat(Doctor.precision(models("int8")).line()).isEqualTo("ok    models.precision: int8");
    keep(CHINESE, Processor.kind(), 0.64);
    assertThat(models("fp32").doubts()).isEmpty();
    assertThat(isInt8(models("fp32"), ENGLISH)).isFalse();
  }

  @Test
  void aRunTellsItsDoubtsBeforeItReadsAnything() {
    ENGLISH.save(folder(ENGLISH));
    CHINESE.save(folder(CHINESE));
    Screen screen = new Screen();
    Context context =
        new Context(
            settings("int8"),
            LocalSpark.session(),
            new Lake(LocalSpark.session(), "nowhere"),
            Optional.empty(),
            Optional.empty(),
            HmacKey.none(),
            screen.console());

    assertThatThrownBy(() -> new AllStages().labelTurns(context))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("Cannot use models.precision=int8: there is no " + conf);
    assertThat(screen.problems())
        .isEqualToIgnoringNewLines(
            "models.precision is int8, but tiny-en has no verdict: run `talktrack models calibrate`; tiny-zh has no verdict: run `talktrack models calibrate`. Set it to auto, which takes int8 where it was measured to pay, or to fp32.");
  }

  @Test
  void theModelsThatShipHaveAVerdictOnEveryHead() {
    ModelsInUse models = ModelsInUse.of(SettingsReader.read(Optional.empty(), List.of(), Map.of()));

    assertThat(models.locations())
        .hasSize(2)
        .allSatisfy(
            where -> {
              TrainedHeads heads = ModelsInUse.heads(where);
              assertThat(ModelsInUse.verdict(where, heads).orElseThrow().lostPoints())
                  .containsOnlyKeys(heads.heads().stream().map(Head::name).toList());
            });
  }

  private void keep(TrainedHeads heads, String processor, double lost) {
    heads.save(folder(heads));
    RANGES.save(folder(heads));
    new IntegerVerdict(
            ModelBundle.version(heads, Optional.of(RANGES)),
            processor,
            100,
            2,
            new TreeMap<>(Map.of("objection", lost)),
            1.2,
            0.5)
        .save(folder(heads));
  }

  private Path folder(TrainedHeads heads) {
    return conf.resolve(heads.name());
  }

  private boolean isInt8(ModelsInUse models, TrainedHeads heads) {
    return models.ranges(new Location(folder(heads).toString()), heads).isPresent();
  }

  private ModelsInUse models(String precision) {
    return ModelsInUse.of(settings(precision));
  }

  private Settings settings(String precision) {
    return SettingsReader.read(
        Optional.empty(),
        List.of(
            "models.precision=" + precision,
            "models.english=" + folder(ENGLISH),
            "models.chinese=" + folder(CHINESE)),
        Map.of());
  }

  private static TrainedHeads heads(String name, String language, int maxTokens) {
    return new TrainedHeads(
        name,
        language,
        Pretrained.ALL_MINILM_L6_V2,
        maxTokens,
        List.of(),
        null,
        JsonNodeFactory.instance.objectNode(),
        "# None\n");
  }
}
