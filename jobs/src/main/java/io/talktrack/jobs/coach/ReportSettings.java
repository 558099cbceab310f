package io.talktrack.jobs.coach;

import static java.util.Objects.requireNonNull;

import io.talktrack.playbook.Playbook;
import io.talktrack.report.ReportLanguage;
import io.talktrack.tracker.Trackers;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What report is wanted, and where.
 *
 * @param zone the company's, in which calls began
 * @param company what the report is headed with
 * @param playbook whose scores are shown, with its instructions
 * @param trackers for the titles of what was tracked
 */
public record ReportSettings(
    Path folder,
    ReportLanguage language,
    ZoneId zone,
    String company,
    Playbook playbook,
    Trackers trackers) {
  public ReportSettings {
    requireNonNull(folder, "folder is null");
    requireNonNull(language, "language is null");
    requireNonNull(zone, "zone is null");
    requireNonNull(company, "company is null");
    requireNonNull(playbook, "playbook is null");
    requireNonNull(trackers, "trackers is null");
  }

  /** "en" or "zh", as the definitions' texts are keyed. */
  String languageCode() {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
