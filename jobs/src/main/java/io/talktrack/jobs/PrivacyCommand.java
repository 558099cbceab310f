package io.talktrack.jobs;

import io.talktrack.inbox.Inbox;
import io.talktrack.jobs.ingest.IngestCrm;
import io.talktrack.jobs.privacy.PrivacyCheck;
import io.talktrack.jobs.privacy.PrivacyCheck.Originals;
import io.talktrack.language.Languages;
import io.talktrack.privacy.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      description = {
        "Tells what would be masked in a transcript, mail or plain text, where and why.",
        "Names that the CRM knows are masked where --input has a folder crm/."
      },
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
            people(settings),
            NameSources.here(settings).spotter(),
            showsOriginals ? Originals.SHOWN : Originals.HIDDEN)
        .forEach(launch.console()::line);
    return 0;
  }

  private Directory people(Settings settings) {
    Path folder = Path.of(settings.input());
    if (!Files.isDirectory(folder.resolve("crm"))) {
      launch
          .console()
          .line(
              "There is no %s: names that only a CRM would know are not masked here. Pass --input DIR."
                  .formatted(folder.resolve("crm")));
      return Directory.of(List.of());
    }
    return IngestCrm.people(
        Inbox.local(folder, settings.ingest().maxFileSize()),
        settings.crm(),
        settings.company().timeZone());
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
