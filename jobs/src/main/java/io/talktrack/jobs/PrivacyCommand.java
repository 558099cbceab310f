package io.talktrack.jobs;

import io.talktrack.jobs.privacy.PrivacyCheck;
import io.talktrack.jobs.privacy.PrivacyCheck.Originals;
import io.talktrack.language.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = "Shows what is masked before anything is stored.")
final class PrivacyCommand {
  private final Launch launch;

  PrivacyCommand(Launch launch) {
    this.launch = launch;
  }

  @Command(
      name = "check",
      description =
          "Tells what would be masked in a transcript, mail or plain text, where and why.",
      footer = "  talktrack privacy check inbox/calls/2026-04-14-demo.vtt")
  int check(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "FILE", description = "The file; nothing of it is stored.")
          Path file,
      @Option(
              names = "--show-originals",
              description = "Prints the personal text as well, for your eyes only.")
          boolean showsOriginals) {
    Settings settings = launch.settings(options);
    PrivacyCheck.of(
            content(file, settings.ingest().maxFileSize()),
            file.toString(),
            Languages.load(),
            settings.ingest().turnGap().toMillis(),
            NameSources.here(settings).spotter(),
            showsOriginals ? Originals.SHOWN : Originals.HIDDEN)
        .forEach(launch.console()::line);
    return 0;
  }

  private static byte[] content(Path file, long longest) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, longest + 1));
      if (content.length > longest) {
        throw new SettingsException(
            "Cannot check %s: it is larger than ingest.max-file-size (%,d bytes). Raise the setting or cut the file."
                .formatted(file, longest));
      }

      return content;
    } catch (IOException e) {
      throw new SettingsException(
          "Cannot read %s: %s. Check the path.".formatted(file, e.getClass().getSimpleName()));
    }
  }
}
