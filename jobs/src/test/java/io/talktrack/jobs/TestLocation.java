package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestLocation {
  @TempDir private Path folder;

  @Test
  void aFileOfTheUsersIsRead() throws IOException {
    Files.writeString(folder.resolve("heads.json"), "{} 你好");

    assertThat(new Location(folder.toString()).resolve("heads.json").text()).isEqualTo("{} 你好");
  }

  @Test
  void aFileInTheJarIsRead() {
    assertThat(new Location("classpath:conf/talktrack.conf").text()).contains("time-zone");
    assertThat(new Location("classpath:conf/talktrack.conf").exists()).isTrue();
  }

  @Test
  void whatIsNotThereIsToldByItsName() {
    Location none = new Location("classpath:conf/none.yaml");

    assertThat(none.exists()).isFalse();
    assertThatThrownBy(none::text)
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("Cannot read classpath:conf/none.yaml: the jar has no such file.");
    assertThatThrownBy(() -> new Location(folder.resolve("none").toString()).text())
        .hasMessageContaining("NoSuchFileException. Check the path in the settings.");
  }
}
