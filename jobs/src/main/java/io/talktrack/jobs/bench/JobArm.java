package io.talktrack.jobs.bench;

import io.talktrack.call.Call;
import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.inference.InputKeys;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.model.ModelWork;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** The product's job: from a Delta table of turns to Delta tables of scores and labels. */
final class JobArm implements InferenceArm {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
  private static final int CALLS_PER_DAY = 20;

  private final SparkSession spark;
  private final String language;
  private final Function<Lake, Job> labelling;
  private final InputKeys keys;
  private final Path folder;
  private int lakes;

  /**
   * @param labelling the job on a lake
   * @param keys how it names texts in the cache
   */
  JobArm(
      SparkSession spark,
      String language,
      Function<Lake, Job> labelling,
      InputKeys keys,
      Path folder) {
    this.spark = spark;
    this.language = language;
    this.labelling = labelling;
    this.keys = keys;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "the job, Delta to Delta";
  }

  @Override
  public Cost read(InferenceTexts texts) {
    Lake lake = filled(texts);
    try {
      return Cost.of(() -> label(lake));
    } finally {
      TemporaryFolder.delete(Path.of(lake.root()));
    }
  }

  /** A first run and one for each share of new texts, of which none is a share too. */
  List<Cost> again(InferenceTexts texts, List<Double> newShares) {
    Lake lake = filled(texts);
    try {
      List<Cost> costs = new ArrayList<>();
      costs.add(Cost.of(() -> label(lake)));
      int calls = 1_000_000;
      for (double share : newShares) {
        int more = texts.share(share);
        if (more > 0) {
          String mark = " " + calls;
          add(lake, calls, texts.texts().subList(0, more).stream().map(mark::concat).toList());
          calls += more;
        }
        costs.add(Cost.of(() -> label(lake)));
      }
      return costs;
    } finally {
      TemporaryFolder.delete(Path.of(lake.root()));
    }
  }

  private ModelWork label(Lake lake) {
    Outcome outcome = labelling.apply(lake).run();
    if (outcome instanceof Outcome.Skipped skipped) {
      throw new IllegalStateException("The job read nothing: " + skipped.message());
    }
    // where nothing is new, no model is asked
    return outcome instanceof Outcome.NothingToDo
        ? ModelWork.NONE
        : ModelWork.of(outcome.counters());
  }

  private Lake filled(InferenceTexts texts) {
    lakes++;
    Path template = folder.resolve(texts.workload().name());
    if (!template.toFile().exists()) {
      write(new Lake(spark, template.toString()), texts);
    }
    Path own = folder.resolve("lake-" + lakes);
    TemporaryFolder.copy(template, own);
    return new Lake(spark, own.toString());
  }

  private void write(Lake lake, InferenceTexts texts) {
    Map<Integer, List<String>> calls = new TreeMap<>();
    for (int text = 0; text < texts.size(); text++) {
      calls
          .computeIfAbsent(texts.workload().call(text, texts.size()), call -> new ArrayList<>())
          .add(texts.texts().get(text));
    }
    append(lake, calls);
  }

  private void add(Lake lake, int call, List<String> said) {
    append(lake, Map.of(call, said));
  }

  private void append(Lake lake, Map<Integer, List<String>> said) {
    List<Call> calls = new ArrayList<>();
    List<Turn> turns = new ArrayList<>();
    said.forEach(
        (number, texts) -> {
          Call call = call(number, texts.size());
          calls.add(call);
          for (String text : texts) {
            turns.add(turn(call, turns.size(), text));
          }
        });
    lake.append(Tables.TURNS, spark.createDataset(turns, Tables.TURNS.encoder()));
    lake.append(Tables.CALLS, spark.createDataset(calls, Tables.CALLS.encoder()));
  }

  private Call call(int number, int turns) {
    LocalDate day = FIRST_DAY.plusDays(number % 1_000_000 / CALLS_PER_DAY + number / 1_000_000);
    return new Call(
        "call-" + number,
        day,
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        day.atStartOfDay().toInstant(ZoneOffset.UTC),
        "made",
        "made",
        "made",
        "bench",
        language,
        null,
        turns,
        "1",
        "1",
        "1",
        "1");
  }

  private Turn turn(Call call, int number, String text) {
    return new Turn(
        call.callId(),
        number,
        call.callDate(),
        0,
        null,
        Speaker.CUSTOMER,
        null,
        null,
        null,
        language,
        text,
        List.of(),
        "1",
        "1");
  }

  @Override
  public List<float[]> embeddings(List<String> texts) {
    Lake lake = new Lake(spark, folder.resolve("gate").toString());
    append(lake, Map.of(0, texts));
    label(lake);
    Map<String, float[]> byKey =
        EqualityGate.byKey(lake.read(Tables.INFERENCE_CACHE).collectAsList());
    return texts.stream().map(text -> byKey.getOrDefault(keys.of(text), new float[0])).toList();
  }

  @Override
  public void close() {}
}
