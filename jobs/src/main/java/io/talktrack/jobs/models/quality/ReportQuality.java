package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.talktrack.inbox.CheckedSpans;
import io.talktrack.inbox.GroupedTexts;
import io.talktrack.inbox.LabelledExchanges;
import io.talktrack.inbox.LabelledTexts;
import io.talktrack.inbox.TrackedLines;
import io.talktrack.inbox.TrackedTalks;
import io.talktrack.inbox.TurnsInContext;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.models.quality.ExchangeQuality.Judged;
import io.talktrack.model.ModelBundle;
import io.talktrack.model.Processor;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.playbook.Playbook;
import io.talktrack.sentiment.CheckedSpan;
import io.talktrack.sentiment.LabelledText;
import io.talktrack.sentiment.TurnInContext;
import io.talktrack.tracker.TrackedLine;
import io.talktrack.tracker.TrackedTalk;
import io.talktrack.tracker.Trackers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the bundles in use on all there is to measure them on, and writes what it found as one
 * page.
 */
public final class ReportQuality implements Job {
  private static final int TIMED = 1_000;

  private final SparkSession spark;
  private final List<ModelBundle> bundles;
  private final Path data;
  private final Trackers trackers;
  private final Playbook playbook;
  private final TalkSets sets;
  private final Optional<Path> talk;
  private final Path report;
  private final TextReader reader;

  /**
   * @param data the labelled sentences; what is checked beside them is in its folder {@code checks}
   * @param talk the folder of the outside sets
   */
  public ReportQuality(
      SparkSession spark,
      Collection<ModelBundle> bundles,
      Path data,
      Trackers trackers,
      Playbook playbook,
      TalkSets sets,
      Optional<Path> talk,
      Path report) {
    this.spark = spark;
    this.bundles = List.copyOf(bundles);
    this.data = data;
    this.trackers = trackers;
    this.playbook = playbook;
    this.sets = sets;
    this.talk = talk;
    this.report = report;
    this.reader = new TextReader(spark, bundles);
  }

  @Override
  public String name() {
    return "models evaluate";
  }

  @Override
  public Outcome run() {
    List<LabelledText> texts = LabelledTexts.read(data);
    Map<String, List<LabelledText>> test =
        byLanguage(texts.stream().filter(LabelledText::isTest).toList());
    Map<String, List<LabelledText>> training =
        byLanguage(texts.stream().filter(text -> !text.isTest()).toList());
    test.forEach((language, own) -> reader.readAll(language, said(own)));
    Map<String, List<Valence>> baselines =
        training.keySet().stream()
            .collect(
                toMap(
                    language -> language,
                    language -> Valence.baselines(spark, language, training.get(language))));

    StringBuilder page = new StringBuilder(introduction());
    page.append(onOwnTest(test, baselines));
    page.append(onTalk(baselines));
    page.append(robustness(test));
    page.append(parity());
    page.append(inContext());
    page.append(hardGroups());
    page.append(exchanges());
    page.append(secondLabelling(texts));
    page.append(evidence());
    page.append(trackers(texts));
    page.append(speed(test, baselines));
    write(page.toString());
    int tested = test.values().stream().mapToInt(List::size).sum();
    return new Outcome.Wrote(
        String.format(Locale.ROOT, "%,d test sentences measured; the page is %s", tested, report),
        List.of(new Counter("test_sentences", tested)));
  }

  private Map<String, List<LabelledText>> byLanguage(List<LabelledText> texts) {
    Map<String, List<LabelledText>> byLanguage = new TreeMap<>();
    for (ModelBundle bundle : bundles) {
      List<LabelledText> own =
          texts.stream().filter(text -> text.language().equals(bundle.language())).toList();
      if (!own.isEmpty()) {
        byLanguage.put(bundle.language(), own);
      }
    }
    return byLanguage;
  }

  private static List<String> said(List<LabelledText> texts) {
    return texts.stream().map(LabelledText::text).toList();
  }

  private String introduction() {
    MarkdownTable table = new MarkdownTable("bundle", "language", "hash");
    bundles.forEach(bundle -> table.row(bundle.name(), bundle.language(), bundle.hash()));
    return """
        # How good the answers are

        Made by `talktrack models evaluate --data data-samples/labelled --talk DIR --report FILE`. Aims, marks and published values
        are copied from `checks/talk.conf`, the verdicts under Evidence from `checks/evidence.tsv`; every other number is measured by that command.

        %s
        A value in brackets is its 95 %% interval: drawn anew by whole conversations 1,000 times for scores,
        Wilson's for shares that are not said to be of conversations or scenarios; a calibration error's keeps each tenth of probability on the side
        on which it errs. Labels count as calls get them, from the bundle's thresholds on, so that abstaining
        is missing, unless a table says otherwise.

        """
        .formatted(table);
  }

  private String onOwnTest(
      Map<String, List<LabelledText>> test, Map<String, List<Valence>> baselines) {
    OwnTest own = new OwnTest(reader);
    MarkdownTable summary =
        new MarkdownTable(
            "language",
            "head",
            "sentences",
            "macro-F1",
            "≥ 0.85",
            "calibration error",
            "≤ 0.05",
            "of labels given",
            "≤ 0.05",
            "abstains",
            "false alarms on look-alikes");
    test.forEach((language, texts) -> own.summarise(language, texts, summary));
    StringBuilder section =
        new StringBuilder(
            "## On the project's own test sentences\n\nScenarios that no training, calibration or threshold saw.\n\n");
    section.append(summary).append('\n');
    test.forEach(
        (language, texts) -> {
          section.append(
              "### Labels (%s)%n%n%s%n".formatted(language, own.labels(language, texts)));
          section.append(
              "### Reliability (%s)%n%nProbability said → share that held (how many).%n%n%s%n"
                  .formatted(language, own.reliability(language, texts)));
          section.append(
              "### Valence beside other ways to tell it (%s)%n%n%s%n"
                  .formatted(language, own.besideOthers(language, texts, baselines.get(language))));
          section.append(
              "### Brush-off or later (%s)%n%n%s%n"
                  .formatted(
                      language, own.confusion(language, texts, "BRUSH_OFF", "TIMING_PRIORITY")));
        });
    return section.toString();
  }

  private String onTalk(Map<String, List<Valence>> baselines) {
    StringBuilder section =
        new StringBuilder(
            "## On talk and texts of others\n\nNo bundle was trained, calibrated or tuned on any of these.\n\n");
    if (talk.isEmpty()) {
      return section
          .append("Not measured: pass --talk with the folder that holds them.\n\n")
          .toString();
    }
    OutsideTalk outside = new OutsideTalk(reader, baselines);
    sets.labelled().stream()
        .filter(set -> reader.bundle(set.language()) != null)
        .forEach(set -> section.append(outside.section(talk.get(), set)));
    Contrasts contrasts = new Contrasts(reader);
    sets.contrasted().stream()
        .filter(set -> reader.bundle(set.language()) != null)
        .forEach(set -> section.append(contrasts.section(talk.get(), set)));
    Bargaining bargaining = new Bargaining(reader, baselines);
    sets.bargained().stream()
        .filter(set -> reader.bundle(set.language()) != null)
        .forEach(set -> section.append(bargaining.section(talk.get(), set)));
    return section.toString();
  }

  private String robustness(Map<String, List<LabelledText>> test) {
    StringBuilder section = new StringBuilder("## Robustness\n\n");
    Robustness robustness = new Robustness(reader);
    test.forEach(
        (language, texts) ->
            section.append(
                "### The same sentences written otherwise (%s)%n%n%s%n"
                    .formatted(language, robustness.disturbed(language, texts))));
    section.append("## The same calls by different recognisers\n\n");
    if (talk.isEmpty()) {
      return section
          .append("Not measured: pass --talk with the folder that holds them.\n\n")
          .toString();
    }
    Recognisers recognisers =
        new Recognisers(
            reader,
            playbook,
            TrackerQuality.by(
                reader,
                trackers,
                bundles.stream().map(ModelBundle::language).toList(),
                List.of(),
                List.of(),
                List.of()));
    sets.recognised().stream()
        .filter(calls -> reader.bundle(calls.language()) != null)
        .forEach(calls -> section.append(recognisers.section(talk.get(), calls)));
    return section.toString();
  }

  private String parity() {
    Path file = data.resolve("checks/parity.tsv");
    if (!Files.isRegularFile(file) || bundles.size() < 2) {
      return "## English and Chinese\n\nNot measured: it needs both bundles and checks/parity.tsv.\n\n";
    }
    return "## English and Chinese%n%nSentences and their translations, half of them from each side.%n%n%s%n"
        .formatted(new Parity(reader).table(LabelledTexts.read(file)));
  }

  private String inContext() {
    Path file = data.resolve("checks/context.tsv");
    if (!Files.isRegularFile(file)) {
      return "## The turn before\n\nNot measured: checks/context.tsv is not there.\n\n";
    }
    List<TurnInContext> turns = TurnsInContext.read(file);
    MarkdownTable table =
        new MarkdownTable(
            "language",
            "head",
            "turns that",
            "how many",
            "right alone",
            "right with the turn before",
            "right where only short turns are joined",
            "alone to joined");
    InContext inContext = new InContext(reader);
    bundles.forEach(bundle -> inContext.addRows(table, bundle.language(), turns));
    return "## The turn before%n%nCustomers' turns, labelled by who knew the rep's turn before; read alone, as one text with that turn, and so only where the turn has at most six words or ten Chinese characters. All labels of a head have to be right.%n%n%s%n"
        .formatted(table);
  }

  /** Of the languages of the bundles those that have such a file. */
  private void forEachLanguage(String name, BiConsumer<String, Path> measure) {
    for (ModelBundle bundle : bundles) {
      Path file = data.resolve(name.formatted(bundle.language()));
      if (Files.isRegularFile(file)) {
        measure.accept(bundle.language(), file);
      }
    }
  }

  private String hardGroups() {
    MarkdownTable table =
        new MarkdownTable(
            "language",
            "kind",
            "sentences",
            "valence right",
            "attitude to the deal right",
            "objections that are found",
            "objections given that hold",
            "stage right");
    HardGroups groups = new HardGroups(reader);
    forEachLanguage(
        "checks/groups-%s.tsv",
        (language, file) -> groups.addRows(table, language, GroupedTexts.read(file)));
    return "## Kinds of sentences that are hard%n%nWritten and labelled for this page, on which nothing was trained or set; irony and polite refusals stand among look-alikes that are meant as they sound. What a recogniser made of a sentence is read beside what was said.%n%n%s%n"
        .formatted(table);
  }

  private String exchanges() {
    MarkdownTable outcomes =
        new MarkdownTable(
            "language", "what", "exchanges", "right", "always the likeliest", "kappa");
    MarkdownTable strength =
        new MarkdownTable(
            "language",
            "mean of mild ones",
            "of clear ones",
            "of strong ones",
            "strong above mild");
    ExchangeQuality quality = new ExchangeQuality(reader);
    forEachLanguage(
        "checks/exchanges-%s.tsv",
        (language, file) -> {
          List<Judged> judged = quality.judged(language, LabelledExchanges.read(file));
          ExchangeQuality.addRows(outcomes, language, judged);
          ExchangeQuality.addStrength(strength, language, judged);
        });
    return "## What comes of an objection%n%nShort exchanges with one objection each, labelled by who read the whole of them. Every objection counts as found here, so that only what is told of it is judged; exchanges are left out of a row where it cannot be told.%n%n%s%nStrength is a probability; the last column is the share of pairs in which a strong objection has more of it than a mild one.%n%n%s%n"
        .formatted(outcomes, strength);
  }

  private String secondLabelling(List<LabelledText> texts) {
    MarkdownTable table = new MarkdownTable("language", "head", "label", "sentences", "kappa");
    SecondLabelling second = new SecondLabelling(texts);
    forEachLanguage(
        "checks/second-%s.tsv",
        (language, file) -> second.add(language, LabelledTexts.read(file), table));
    return "## The labels themselves%n%nA sample labelled a second time without sight of the first labels, both by a language model.%n%n%s%n"
        .formatted(table);
  }

  private String evidence() {
    Path file = data.resolve("checks/evidence.tsv");
    if (!Files.isRegularFile(file)) {
      return "## Evidence\n\nNot measured: checks/evidence.tsv is not there. Draw one with `talktrack models spans`.\n\n";
    }
    return "## Evidence%n%nOf labels drawn from the sample company's calls, whether the label holds and whether the words shown are a reason for it, each judged by a reader with a strict brief, who is a language model. Training calls of later rounds were written with the errors on these calls in mind. A sample holds for the bundle that it was drawn from; where that is none of those above, the table says so.%n%n%s%n"
        .formatted(table(CheckedSpans.read(file)));
  }

  private String trackers(List<LabelledText> texts) {
    Path folder = data.resolve("checks");
    if (!Files.isRegularFile(folder.resolve("trackers-en.tsv"))) {
      return "## Trackers\n\nNot measured: checks/trackers-en.tsv and -zh.tsv are not there.\n\n";
    }
    List<TrackedLine> test =
        TrackedLines.read(folder).stream().filter(TrackedLine::isTest).toList();
    List<TrackedTalk> calls = TrackedTalks.read(folder);
    List<LabelledText> ordinary = TrackerQuality.ordinary(texts);
    TrackerQuality quality =
        TrackerQuality.by(
            reader,
            trackers,
            bundles.stream().map(ModelBundle::language).toList(),
            test,
            calls,
            ordinary);
    return "## Trackers%n%nOn sentences that were not looked at when the definitions were written, as many look-alikes as true ones. Ordinary turns are the labelled test turns of the side that is listened to that raise no objection and serve no stage; some do speak of what a tracker listens for, so that its false alarms are at most its hits.%n%n%s%nTrackers whose rules need a whole call, on short calls, half of which are look-alikes.%n%n%s%n"
        .formatted(quality.table(test, ordinary), quality.callTable(calls, reader::labels));
  }

  private MarkdownTable table(List<CheckedSpan> spans) {
    MarkdownTable table =
        new MarkdownTable(
            "bundle",
            "head",
            "checked",
            "label holds",
            "where it holds, words are a reason",
            "label holds and words are its reason");
    spans.stream()
        .filter(CheckedSpan::isChecked)
        .collect(
            groupingBy(
                span -> "%s | %s".formatted(drawnFrom(span), span.head()), TreeMap::new, toList()))
        .forEach(
            (key, own) -> {
              List<CheckedSpan> hold =
                  own.stream().filter(span -> span.labelHolds().equals("yes")).toList();
              int reasons =
                  (int) hold.stream().filter(span -> span.isReason().equals("yes")).count();
              table.row(
                  key,
                  own.size(),
                  Interval.ofShare(hold.size(), own.size()),
                  Interval.ofShare(reasons, hold.size()),
                  Interval.ofShare(reasons, own.size()));
            });
    return table;
  }

  private String drawnFrom(CheckedSpan span) {
    boolean isToday =
        bundles.stream()
            .anyMatch(
                bundle ->
                    bundle.name().equals(span.bundle())
                        && !span.hash().isEmpty()
                        && bundle.hash().startsWith(span.hash()));
    return isToday ? span.bundle() : span.bundle() + ", not one of these";
  }

  private String speed(Map<String, List<LabelledText>> test, Map<String, List<Valence>> baselines) {
    MarkdownTable table = new MarkdownTable("language", "who", "texts a second");
    test.forEach(
        (language, own) -> {
          List<String> texts = said(own).stream().limit(TIMED).toList();
          table.row(
              language,
              "%s: all heads and words, on %d cores"
                  .formatted(
                      reader.bundle(language).name(), spark.sparkContext().defaultParallelism()),
              rounded(reader.textsPerSecond(language, texts)));
          for (Valence baseline : baselines.get(language)) {
            table.row(
                language,
                baseline.name() + ": valence, on one core",
                rounded(textsPerSecond(baseline, texts)));
          }
        });
    return "## Speed beside it%n%nOn %s, with whatever else ran there.%n%n%s"
        .formatted(Processor.kind(), table);
  }

  private static double textsPerSecond(Valence baseline, List<String> texts) {
    long start = System.nanoTime();
    texts.forEach(baseline::of);
    return texts.size() / ((System.nanoTime() - start) / 1e9);
  }

  private static String rounded(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f", perSecond);
  }

  private void write(String page) {
    try {
      Files.writeString(report, page);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s. Give a file in a folder that is there and writable.".formatted(report),
          e);
    }
  }
}
