package io.talktrack.jobs;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All settings. What each means, and its default, is in {@code conf/talktrack.conf}. */
public record Settings(
    Path input,
    String lake,
    Company company,
    Ingest ingest,
    Crm crm,
    Models models,
    Location playbook,
    Location trackers,
    Report report,
    Spark spark) {

  /** Whose calls these are. */
  public record Company(
      ZoneId timeZone, Currency currency, BusinessHours businessHours, List<String> domains) {
    public Company {
      domains = List.copyOf(domains);
    }
  }

  /** When the company can be expected to answer, in its own time zone. */
  public record BusinessHours(LocalTime start, LocalTime end, Set<DayOfWeek> days) {
    public BusinessHours {
      days = Set.copyOf(days);
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("%s is not before %s".formatted(start, end));
      }
      if (days.isEmpty()) {
        throw new IllegalArgumentException("there is no day");
      }
    }
  }

  /**
   * How source files are read.
   *
   * @param quarantineLimit share of inputs, 0 to 1
   * @param maxFileSize bytes
   */
  public record Ingest(Duration turnGap, double quarantineLimit, long maxFileSize) {}

  /**
   * How the CRM's exports are written.
   *
   * @param columns per kind: our field to the source's column
   * @param buyingRoles the source's word to ours
   */
  public record Crm(
      Map<String, Map<String, String>> columns,
      List<String> dateFormats,
      DecimalStyle decimalStyle,
      List<String> wonStages,
      List<String> lostStages,
      Map<String, String> buyingRoles) {
    public Crm {
      columns = Map.copyOf(columns);
      dateFormats = List.copyOf(dateFormats);
      wonStages = List.copyOf(wonStages);
      lostStages = List.copyOf(lostStages);
      buyingRoles = Map.copyOf(buyingRoles);
    }
  }

  /** How amounts are written: 1,234.56 or 1.234,56. */
  public enum DecimalStyle {
    POINT,
    COMMA
  }

  /** Which models read the texts, and how. */
  public record Models(
      Location english,
      Location chinese,
      Path cache,
      int windowRows,
      int tokenBudget,
      Device device) {}

  /** Where models run. */
  public enum Device {
    CPU,
    AUTO,
    GPU
  }

  /** What people read. */
  public record Report(Path folder, Language language) {}

  /** The language of a report. */
  public enum Language {
    EN,
    ZH
  }

  /**
   * How Spark is started where nothing else says so.
   *
   * @param shufflePartitions 0 where it follows from the master
   */
  public record Spark(String master, int shufflePartitions, Map<String, String> conf) {
    public Spark {
      conf = Map.copyOf(conf);
    }

    // the values can be credentials
    @Override
    public String toString() {
      return "Spark[master=%s, shufflePartitions=%d, conf=%s]"
          .formatted(master, shufflePartitions, new TreeSet<>(conf.keySet()));
    }
  }
}
