package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.jobs.Finding.Level;
import io.talktrack.jobs.Settings.Precision;
import org.junit.jupiter.api.Test;

class TestDoctor {
  private static final long GIB = 1L << 30;

  @Test
  void anotherJavaThan17IsAWarningWithWhatToDo() {
    assertThat(Doctor.java(17).level()).isEqualTo(Level.OK);
    assertThat(Doctor.java(21).line())
        .isEqualTo("warn  Java 21: Spark 3.5 is tested on 17. Set JAVA_HOME to a JDK 17.");
  }

  @Test
  void platformsWithoutNativeLibrariesFail() {
    assertThat(Doctor.platform("Linux", "amd64").level()).isEqualTo(Level.OK);
    assertThat(Doctor.platform("Mac OS X", "aarch64").level()).isEqualTo(Level.OK);
    assertThat(Doctor.platform("Mac OS X", "x86_64").level()).isEqualTo(Level.FAIL);
    assertThat(Doctor.platform("Windows 11", "amd64").level()).isEqualTo(Level.FAIL);
  }

  @Test
  void tooSmallAndTooLargeAHeapAreWarnings() {
    assertThat(Doctor.memory(GIB, 16 * GIB).level()).isEqualTo(Level.WARN);
    assertThat(Doctor.memory(4 * GIB, 16 * GIB).level()).isEqualTo(Level.OK);
    assertThat(Doctor.memory(4 * GIB, 4 * GIB).text()).contains("Lower TALKTRACK_MEMORY");
  }

  @Test
  void onAGpuThePrecisionIsWhatGpusRead() {
    assertThat(Doctor.precisionOnGpu(Precision.AUTO))
        .isEqualTo(Finding.ok("models.precision: fp16 made of fp32, which GPUs read"));
    assertThat(Doctor.precisionOnGpu(Precision.INT8))
        .isEqualTo(Finding.fail(DeviceChoice.NO_INTEGERS));
  }
}
