package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.talktrack.metric.MetricDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the notebooks hold; {@link TestNotebookQueries} runs them. */
class TestNotebooks {
  private static final Pattern RANGE =
      Pattern.compile("\\('(\\w+)', '([\\w ]+)', (NULL|[\\d.]+), (NULL|[\\d.]+)\\)");

  static Stream<Notebook> notebooks() throws IOException {
    return Notebook.all().stream();
  }

  @Test
  void thereAreSix() throws IOException {
    assertThat(Notebook.all())
        .extracting(Notebook::name)
        .containsExactly(
            "1-first-look", "2-objections", "3-metrics", "4-playbook", "5-emails", "6-deals");
  }

  /** With -Dnotebooks.write=true it writes the notes instead. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void zeppelinShowsWhatJupyterShows(Notebook notebook) throws IOException {
    String note = ZeppelinNote.of(notebook);
    if (Boolean.getBoolean("notebooks.write")) {
      Files.writeString(notebook.zeppelinFile(), note);
    }

    assertThat(notebook.zeppelinFile())
        .as(
            "made from %s; make it anew with: mvn test -pl common,jobs -Dtest=TestNotebooks -Dsurefire.failIfNoSpecifiedTests=false -Dnotebooks.write=true",
            notebook.file().getFileName())
        .hasContent(note);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void noOutputIsKept(Notebook notebook) throws IOException {
    for (JsonNode cell : Notebook.JSON.readTree(notebook.file().toFile()).get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        assertThat(cell.get("outputs")).as("outputs of %s", notebook.name()).isEmpty();
        assertThat(cell.get("execution_count").isNull()).as("never run").isTrue();
      }
      assertThat(cell.has("attachments")).as("attachments of %s", notebook.name()).isFalse();
    }
    for (JsonNode paragraph :
        Notebook.JSON.readTree(notebook.zeppelinFile().toFile()).get("paragraphs")) {
      assertThat(paragraph.has("results")).as("results of %s", notebook.name()).isFalse();
    }
  }

  @Test
  void allStartSparkAlike() throws IOException {
    assertThat(Notebook.all().stream().map(Notebook::start).distinct()).hasSize(1);
  }

  @Test
  void rangesAreThoseOfTheMetrics() throws IOException {
    String sql =
        Notebook.all().stream()
            .flatMap(notebook -> notebook.queries().stream())
            .map(Notebook.Page.Query::sql)
            .filter(query -> query.contains("VIEW published_ranges"))
            .findFirst()
            .orElseThrow();
    List<List<Object>> shown = new ArrayList<>();
    RANGE
        .matcher(sql)
        .results()
        .forEach(
            range ->
                shown.add(
                    Arrays.asList(
                        range.group(1), range.group(2), end(range.group(3)), end(range.group(4)))));

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MetricDefinition.values())
                .filter(metric -> metric.rangeLow() != null || metric.rangeHigh() != null)
                .map(
                    metric ->
                        Arrays.<Object>asList(
                            metric.id(), metric.unit(), metric.rangeLow(), metric.rangeHigh()))
                .toList());
  }

  private static Double end(String number) {
    return number.equals("NULL") ? null : Double.valueOf(number);
  }
}
