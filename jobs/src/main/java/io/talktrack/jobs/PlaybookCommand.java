package io.talktrack.jobs;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "playbook",
    mixinStandardHelpOptions = true,
    description = "Writes and checks what a good call is.")
final class PlaybookCommand {
  private final Launch launch;

  PlaybookCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "new",
      description = "Copies the playbook in use to a file of yours, to be edited.",
      footer = "  talktrack playbook new my-playbook.yaml")
  int create(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
          Path file)
      throws IOException {
    String playbook = launch.settings(options).playbook().text();
    try {
      Files.writeString(file, playbook, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new SettingsException(
          "Cannot write playbook %s: the file exists. Name another.".formatted(file));
    }
    launch
        .console()
        .line(
            "Wrote %s. Edit it, check it with `talktrack playbook check %s`, and use it with --set playbook.file=%s."
                .formatted(file, file, file));
    return 0;
  }

  @Command(
      name = "check",
      description = "Tells everything that is wrong with a playbook, by its line and path.",
      footer = "  talktrack playbook check my-playbook.yaml")
  int check(
      @Mixin CommonOptions options,
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "The playbook; by default the one in use.")
          String file) {
    return launch.alone(
        options,
        settings ->
            launch
                .stages()
                .checkPlaybook(settings, file == null ? settings.playbook() : new Location(file)));
  }

  @Command(
      name = "test",
      description =
          "Scores made-up calls with the encoder that scores real ones, and tells where the playbook does not do what they expect; then the exit status is 3.",
      footer = {
        "  talktrack playbook test conf/playbooks/golden",
        "  talktrack playbook test mine/golden --set playbook.file=mine/playbook.yaml"
      })
  int test(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "GOLDEN", description = "A golden call (YAML), or a folder of them.")
          Path golden)
      throws IOException {
    SortedMap<String, String> calls = goldenCalls(golden);
    return launch.alone(
        options, settings -> launch.stages().testPlaybook(settings, settings.playbook(), calls));
  }

  private static SortedMap<String, String> goldenCalls(Path golden) throws IOException {
    if (!Files.exists(golden)) {
      throw new SettingsException(
          "Cannot test the playbook: %s is not there. Name a golden call or a folder of them."
              .formatted(golden));
    }
    SortedMap<String, String> calls = new TreeMap<>();
    try (Stream<Path> files = Files.walk(golden, 1)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
        calls.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    if (calls.isEmpty()) {
      throw new SettingsException(
          "Cannot test the playbook: %s holds no .yaml file. Write golden calls as in conf/playbooks/golden."
              .formatted(golden));
    }
    return calls;
  }
}
