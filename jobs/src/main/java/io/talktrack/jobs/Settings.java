package io.talktrack.jobs;

import io.talktrack.crm.CrmMapping;
import io.talktrack.metric.BusinessHours;
import io.talktrack.sentiment.Explanations;
import io.talktrack.transcript.TranscriptColumns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All settings. What each means, and its default, is in {@code conf/talktrack.conf}. */
public record Settings(
    String input,
    String lake,
    Company company,
    Ingest ingest,
    Transcripts transcripts,
    CrmMapping crm,
    Models models,
    Privacy privacy,
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

  /**
   * How source files are read.
   *
   * @param quarantineLimit share of inputs, 0 to 1
   * @param maxFileSize bytes
   */
  public record Ingest(Duration turnGap, double quarantineLimit, long maxFileSize) {}

  /**
   * How transcripts are understood.
   *
   * @param repChannel of recordings with two channels the rep's, 0 or 1
   */
  public record Transcripts(TranscriptColumns columns, Optional<Integer> repChannel) {}

  /**
   * Which models read the texts, and how.
   *
   * @param tokenBudget 0 where it is measured on the machine
   * @param explain labels that are stored with the words behind them
   */
  public record Models(
      Location english,
      Location chinese,
      Path cache,
      int windowRows,
      int tokenBudget,
      Precision precision,
      Explanations explain,
      Device device,
      Gpu gpu) {}

  /**
   * How GPUs are used where they are.
   *
   * @param patience in waiting for the first executor that has one
   */
  public record Gpu(int tokenBudget, GpuExecutors executors, Duration patience) {}

  /** Which executors have a GPU. */
  public enum GpuExecutors {
    ALL,
    READING
  }

  /**
   * How personal data is found, and what becomes of it.
   *
   * @param namesModel the head that `talktrack models train-names` made
   */
  public record Privacy(
      Names names, Location namesModel, Originals originals, String originalsLake) {
    /** The lake in which the words behind what is masked are kept. */
    public Optional<String> keptIn() {
      return originals == Originals.RESTRICTED ? Optional.of(originalsLake) : Optional.empty();
    }
  }

  /** Where the words behind what is masked are kept. */
  public enum Originals {
    NOWHERE,
    RESTRICTED
  }

  /** What finds English names. */
  public enum Names {
    /** A model beside the rules. */
    MODEL,
    RULES
  }

  /** What encoders multiply. */
  public enum Precision {
    FP32,
    INT8,
    /** Of each model what its verdict says. */
    AUTO
  }

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
