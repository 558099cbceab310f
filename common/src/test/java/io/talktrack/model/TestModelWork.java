package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.talktrack.monitoring.JobRun.Counter;
import java.util.List;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;

class TestModelWork {
  private final InferenceCounters counters =
      new InferenceCounters(
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator());

  @Test
  void whatAJobEndedWithSaysTheSameAsItsCounters() {
    counters.loads().add(1);
    counters.forwardPasses().add(2);
    counters.tokens().add(30);
    counters.paddedTokens().add(40);

    assertThat(counters.work()).isEqualTo(new ModelWork(1, 2, 30, 40));
    assertThat(ModelWork.of(counters.values())).isEqualTo(counters.work());
  }

  @Test
  void aJobWithoutAModelTellsNoWork() {
    assertThatThrownBy(() -> ModelWork.of(List.of(new Counter("tokens", 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No model counted its model_loads");
  }

  @Test
  void workAddsUpAndIsToldSinceAnEarlierTime() {
    ModelWork earlier = new ModelWork(1, 2, 30, 40);
    ModelWork more = new ModelWork(0, 3, 60, 60);

    assertThat(earlier.plus(more)).isEqualTo(new ModelWork(1, 5, 90, 100));
    assertThat(earlier.plus(more).since(earlier)).isEqualTo(more);
  }

  @Test
  void paddingIsTheShareThatIsNoTextAndUnknownBeforeAnyPass() {
    assertThat(new ModelWork(1, 5, 90, 100).padding()).hasValueCloseTo(0.1, within(1e-9));
    assertThat(ModelWork.NONE.padding()).isEmpty();
  }
}
