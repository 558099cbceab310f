package io.talktrack.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.report.page.CallPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The sample report on disk, as it is or with one text in every slot. */
record WrittenReport(Path folder) {
  static WrittenReport sample(Path folder, ReportLanguage language) throws IOException {
    SampleReport.write(folder, language);
    return new WrittenReport(folder);
  }

  static WrittenReport saying(String text, Path folder) throws IOException {
    try (ReportFolder report = ReportFolder.create(folder, ReportLanguage.EN)) {
      report.write(HostileText.in(SampleReport.team(), text));
      for (int rep = 0; rep < SampleCalls.REPS.size(); rep++) {
        report.write(HostileText.in(SampleReport.rep(rep), text));
      }

      for (CallPage page : SampleCalls.pages()) {
        report.write(HostileText.in(page, text));
      }

      report.publish();
    }

    return new WrittenReport(folder);
  }

  List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  static Document parsed(Path page) {
    return Jsoup.parse(text(page), "");
  }

  static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
