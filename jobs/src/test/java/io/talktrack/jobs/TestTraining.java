package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.model.TrainedHeads;
import io.talktrack.monitoring.RegisteredModel;
import io.talktrack.monitoring.RegisteredModel.Quality;
import io.talktrack.sentiment.ScenarioSplit;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code models train} on a small part of the labelled sentences that ship: 224 fits, which take
 * minutes. Run it by {@code mvn test-compile surefire:test@slow-tests -pl common,jobs
 * -Dtest=TestTraining -Dsurefire.failIfNoSpecifiedTests=false -Dtalktrack.training=true}.
 */
@Tag("slow")
@EnabledIfSystemProperty(
    named = "talktrack.training",
    matches = "true",
    disabledReason = "it trains for minutes: run it with -Dtalktrack.training=true")
class TestTraining {
  private static final int EVERY = 25;
  private static final int SCENARIO = 4;

  @TempDir private Path folder;

  @Test
  void aRunIsARowOfTheRegistryAndACard() throws IOException {
    List<String> lines = lines();
    long tests = lines.stream().filter(TestTraining::isTest).count();

    write(lines);

    TrainedHeads model = train();

    List<RegisteredModel> rows = registered();
    assertThat(rows).hasSize(1);
    RegisteredModel row = rows.get(0);
    assertThat(row.model()).isEqualTo("talktrack-en");
    assertThat(row.version()).isEqualTo(model.version());
    assertThat(row.encoder()).isEqualTo("ALL_MINILM_L6_V2");
    assertThat(row.trainingSentences()).isEqualTo((int) (lines.size() - tests)).isPositive();
    assertThat(row.testSentences()).isEqualTo((int) tests).isPositive();
    assertThat(List.of(row.dataSha256(), row.trainingSha256(), row.testSha256()))
        .doesNotHaveDuplicates()
        .allMatch(hash -> hash.matches("[0-9a-f]{32}"));
    assertThat(row.plan())
        .isEqualTo(
            "logistic regression, penalty of [0.03, 0.1, 0.3] by 5 folds of scenarios, at most 40"
                + " iterations, tolerance 1.0E-4");
    assertThat(row.seed()).isNull();
    assertThat(row.quality())
        .extracting(Quality::head)
        .containsExactly("sentiment", "deal_sentiment", "objection", "stage");
    assertThat(row.quality())
        .allSatisfy(head -> assertThat(head.macroF1()).isBetween(0.05, 0.99))
        .allSatisfy(head -> assertThat(head.calibrationError()).isBetween(0.001, 0.5));
    assertCard(model.card(), row);
    assertThat(model.training().path("test_sha256").asText()).isEqualTo(row.testSha256());
  }

  private static void assertCard(String card, RegisteredModel row) {
    assertThat(card)
        .startsWith("# talktrack-en\n")
        .contains(row.method())
        .contains("%d sentences, written for".formatted(row.trainingSentences()));
    for (Quality head : row.quality()) {
      assertThat(card)
          .contains(
              String.format(
                  Locale.ROOT,
                  "| **%s** | macro-F1 **%.3f**, calibration error %.3f",
                  head.head(),
                  head.macroF1(),
                  head.calibrationError()));
    }
  }

  private TrainedHeads train() {
    LocalSpark.session();
    Screen screen = new Screen();
    int status =
        Main.run(
            new String[] {
              "models",
              "train",
              "--language=en",
              "--data=" + folder.resolve("data"),
              "--heads=" + folder.resolve("heads"),
              "--lake=" + folder.resolve("lake"),
              "--set=models.cache=" + folder.resolve("cache")
            },
            new AllStages(),
            screen.console(),
            Map.of());

    assertThat(status).as(screen.problems()).isZero();
    return TrainedHeads.load(folder.resolve("heads/talktrack-en"));
  }

  private List<RegisteredModel> registered() {
    return new Lake(LocalSpark.session(), folder.resolve("lake").toString())
        .read(Tables.MODEL_REGISTRY)
        .collectAsList();
  }

  private void write(List<String> lines) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    List<String> file = new ArrayList<>(lines);
    file.add(0, Files.readAllLines(labelled().resolve("en-rep.tsv")).get(0));
    Files.write(folder.resolve("data/sentences.tsv"), file);
  }

  /** The sentences of every so manieth scenario, in the order of their names. */
  private static List<String> lines() throws IOException {
    List<String> all = new ArrayList<>();
    for (String file : List.of("en-customer.tsv", "en-rep.tsv")) {
      List<String> lines = Files.readAllLines(labelled().resolve(file));
      all.addAll(lines.subList(1, lines.size()));
    }
    List<String> scenarios = all.stream().map(TestTraining::scenario).distinct().sorted().toList();
    Set<String> kept = new HashSet<>();
    for (int place = 0; place < scenarios.size(); place += EVERY) {
      kept.add(scenarios.get(place));
    }
    return all.stream().filter(line -> kept.contains(scenario(line))).toList();
  }

  private static boolean isTest(String line) {
    return ScenarioSplit.isTest(scenario(line));
  }

  private static String scenario(String line) {
    return line.split("\t", -1)[SCENARIO];
  }

  private static Path labelled() {
    Path project = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (!Files.isDirectory(project.resolve("data-samples/labelled"))) {
      project = project.getParent();
    }
    return project.resolve("data-samples/labelled");
  }
}
