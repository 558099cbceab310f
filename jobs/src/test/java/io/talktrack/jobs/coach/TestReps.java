package io.talktrack.jobs.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.crm.Rep;
import io.talktrack.jobs.coach.Reps.Named;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestReps {
  @Test
  void anIdThatCannotNameAPageIsHashed() {
    Reps reps = Reps.of(List.of(rep("R-1", "Ada Byrne"), rep("a@b.test", "Bo Chen")), List.of());

    assertThat(reps.of("R-1")).isEqualTo(new Named("R-1", "Ada Byrne", "North", "Mo Hart"));
    assertThat(reps.of("a@b.test").pageId()).matches("x[0-9a-f]{16}");
    assertThat(reps.of("a@b.test").name()).isEqualTo("Bo Chen");
  }

  @Test
  void idsThatAreOneFileOnSomeDisksAreToldApart() {
    Reps reps = Reps.of(List.of(rep("ab", "Ada"), rep("AB", "Bo")), List.of());

    assertThat(reps.of("ab").pageId()).isNotEqualToIgnoringCase(reps.of("AB").pageId());
  }

  @Test
  void aRepWhomTheCrmHasNoMoreIsCalledByTheId() {
    assertThat(Reps.of(List.of(), List.of("R9")).of("R9"))
        .isEqualTo(new Named("R9", "R9", null, null));
    assertThat(Reps.of(List.of(), List.of()).of(null)).isNull();
  }

  private static Rep rep(String id, String name) {
    return new Rep(id, "p_" + id, "h", name, "North", "Mo Hart", null, "v1");
  }
}
