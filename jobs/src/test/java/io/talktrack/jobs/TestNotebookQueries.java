package io.talktrack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs what the notebooks ask, on a lake that has an answer to each question. */
@Tag("slow")
class TestNotebookQueries {
  private static final String SQL = "%spark.sql\n";
  private static final String VIEW = "CREATE OR REPLACE TEMP VIEW ";

  @TempDir private static Path folder;

  static Stream<Notebook> notebooks() throws IOException {
    return Notebook.all().stream();
  }

  @BeforeAll
  static void makeLake() {
    NotebookLake.in(folder);
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void everyQueryRunsAndFindsRows(Notebook notebook) throws IOException {
    for (String statement : statements(notebook)) {
      Dataset<Row> answer = run(notebook, statement);
      if (!statement.startsWith(VIEW)) {
        assertThat(answer.takeAsList(1))
            .as("rows of %s for:%n%s", notebook.name(), statement)
            .isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void chartsShowTheFirstColumnsOfTheirQuery(Notebook notebook) throws IOException {
    makeViews(notebook);

    for (Notebook.Page.Query query : notebook.queries()) {
      if (query.kind() != null) {
        assertThat(run(notebook, query.sql()).columns())
            .as("columns of %s for:%n%s", notebook.name(), query.sql())
            .startsWith(query.columns().toArray(String[]::new));
      }
    }
  }

  @Test
  void evidenceIsCutByCodePoints() throws IOException {
    Notebook objections = Notebook.all().get(1);
    makeViews(objections);

    assertThat(
            objections.queries().stream()
                .filter(query -> query.sql().contains("AS words"))
                .flatMap(query -> run(objections, query.sql()).collectAsList().stream())
                .map(row -> row.<String>getAs("words")))
        .containsExactly("too expensive", "No budget for it.");
  }

  /** The cells as Jupyter runs them, without Jupyter. */
  @Test
  void cellsRunInPython() throws IOException, InterruptedException {
    assumeTrue(
        python("import pyspark, pandas, matplotlib") == 0,
        "python3 has no pyspark, pandas and matplotlib: the notebooks' cells are not run in Python");
    assumeTrue(
        Files.isDirectory(Path.of("target", "spark")),
        "there are no jars in jobs/target/spark, mvn package copies them: the notebooks' cells are not run in Python");
    List<String> cells = new ArrayList<>(List.of("import matplotlib", "matplotlib.use('Agg')"));
    for (JsonNode cell :
        Notebook.JSON.readTree(Notebook.all().get(0).file().toFile()).get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        cells.add(source.toString().replace("../lake/demo", folder.toString()));
      }
    }

    assertThat(python(String.join("\n", cells))).as("exit status of Python").isZero();
  }

  private static int python(String code) throws IOException, InterruptedException {
    Path script = folder.resolve("cells.py");
    Files.writeString(script, code);
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString())
              .directory(Notebook.folder().toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("python.txt").toFile())
              .start();
    } catch (IOException e) {
      // there is no Python at all, which the caller reports as it does a missing package
      return 127;
    }
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return fail("python3 is not done after 5 minutes");
    }
    return process.exitValue();
  }

  private static void makeViews(Notebook notebook) throws IOException {
    statements(notebook).stream()
        .filter(statement -> statement.startsWith(VIEW))
        .forEach(statement -> run(notebook, statement));
  }

  /** As they stand in Zeppelin's paragraphs. */
  private static List<String> statements(Notebook notebook) throws IOException {
    List<String> statements = new ArrayList<>();
    for (JsonNode paragraph :
        Notebook.JSON.readTree(notebook.zeppelinFile().toFile()).get("paragraphs")) {
      String text = paragraph.get("text").asText();
      if (text.startsWith(SQL)) {
        String sql = text.substring(SQL.length()).replace(ZeppelinNote.LAKE, folder.toString());
        statements.addAll(List.of(sql.split(";\n", -1)));
      }
    }
    return statements;
  }

  private static Dataset<Row> run(Notebook notebook, String statement) {
    try {
      return LocalSpark.session().sql(statement);
    } catch (RuntimeException e) {
      return fail("%s cannot run:%n%s".formatted(notebook.name(), statement), e);
    }
  }
}
