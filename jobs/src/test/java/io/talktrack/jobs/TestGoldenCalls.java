package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The playbook that ships, on the golden calls that ship, by the encoders that ship. */
@Tag("slow")
class TestGoldenCalls {
  private static final Pattern HOLD =
      Pattern.compile("(\\d+) of (\\d+) expectations of 6 golden calls hold");
  private static final String GREETING =
      """
      playbook: default
      language: en
      turns:
        - rep: Hello, thanks for taking the time, does now still suit you
        - customer: Yes, it does.
      expected:
        asks-budget: %s
      """;

  @TempDir private Path folder;

  private final Screen screen = new Screen();

  @Test
  void theDefaultPlaybookDoesMostlyWhatItsGoldenCallsExpect() {
    test(project().resolve("conf/playbooks/golden"));

    Matcher hold = HOLD.matcher(screen.output());
    assertThat(hold.find()).as(screen.output()).isTrue();
    assertThat(Double.parseDouble(hold.group(1)) / Double.parseDouble(hold.group(2)))
        .as(screen.output())
        .isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void aGoldenCallThatHoldsExitsWithZeroAndOneThatDoesNotWithThree() throws IOException {
    Path golden = folder.resolve("greeting.yaml");

    Files.writeString(golden, GREETING.formatted("NOT_MET"));
    assertThat(test(golden)).isZero();
    assertThat(screen.output()).contains("1 of 1 expectations of 1 golden calls hold");

    Files.writeString(golden, GREETING.formatted("MET"));
    assertThat(test(golden)).isEqualTo(3);
    assertThat(screen.output() + screen.problems())
        .contains("0 of 1 expectations of 1 golden calls hold")
        .contains("greeting.yaml: asks-budget is NOT_MET, expected MET");
  }

  @Test
  void aFolderWithoutGoldenCallsIsRefused() {
    assertThat(test(folder)).isEqualTo(2);
    assertThat(screen.problems())
        .contains("Cannot test the playbook: %s holds no .yaml file.".formatted(folder));
  }

  private int test(Path golden) {
    return Main.run(
        new String[] {"playbook", "test", golden.toString()},
        new AllStages(),
        screen.console(),
        Map.of());
  }

  private static Path project() {
    Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isDirectory(project.resolve("conf/playbooks"))) {
      project = project.getParent();
    }
    return project;
  }
}
