package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One of the notebooks as Jupyter keeps it: a text, a cell that starts Spark, a cell that names the
 * tables, then texts and queries.
 *
 * @param start the cell that starts Spark
 * @param tables as {@code layer/name}
 * @param pages what comes after the cell that names the tables
 */
record Notebook(Path file, String title, String start, List<String> tables, List<Page> pages) {
  /** One cell that both Jupyter and Zeppelin show. */
  sealed interface Page {
    record Text(String markdown) implements Page {}

    /**
     * A table, or a chart of it.
     *
     * @param kind bar, barh or line; null for a table
     * @param columns the chart's first axis, then its values
     */
    record Query(String sql, String kind, List<String> columns) implements Page {}
  }

  static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern TABLE =
      Pattern.compile("\"((?:bronze|silver|understood|gold|ops)/\\w+)\"");
  private static final Pattern QUERY =
      Pattern.compile(
          "spark\\.sql\\(\"\"\"\n(?<sql>.*)\n\"\"\"\\)"
              + "(?:\\.toPandas\\(\\)\\.plot\\.(?<kind>barh?|line)\\(x=\"(?<x>\\w+)\", y=\\[(?<y>.*)]\\))?",
          Pattern.DOTALL);

  /** All of them, in their order. */
  static List<Notebook> all() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      List<Notebook> notebooks = new ArrayList<>();
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".ipynb"))
              .sorted(Comparator.naturalOrder())
              .toList()) {
        notebooks.add(read(file));
      }
      return notebooks;
    }
  }

  static Path folder() {
    return Path.of("..", "notebooks").toAbsolutePath().normalize();
  }

  /** The note of the same name that Zeppelin opens. */
  Path zeppelinFile() {
    return file.resolveSibling(name() + ".zpln");
  }

  String name() {
    return file.getFileName().toString().replace(".ipynb", "");
  }

  List<Page.Query> queries() {
    return pages.stream().filter(Page.Query.class::isInstance).map(Page.Query.class::cast).toList();
  }

  private static Notebook read(Path file) throws IOException {
    List<JsonNode> cells =
        StreamSupport.stream(JSON.readTree(file.toFile()).get("cells").spliterator(), false)
            .toList();
    List<Page> pages = new ArrayList<>();
    pages.add(new Page.Text(source(cells.get(0))));
    for (JsonNode cell : cells.subList(3, cells.size())) {
      pages.add(page(file, cell));
    }

    return new Notebook(
        file,
        source(cells.get(0)).lines().findFirst().orElseThrow().replace("# ", ""),
        source(cells.get(1)),
        TABLE.matcher(source(cells.get(2))).results().map(found -> found.group(1)).toList(),
        pages);
  }

  private static Page page(Path file, JsonNode cell) {
    String source = source(cell);
    if (cell.get("cell_type").asText().equals("markdown")) {
      return new Page.Text(source);
    }

    Matcher query = QUERY.matcher(source);
    if (!query.matches()) {
      throw new IllegalArgumentException(
          "Cannot show a cell of %s in Zeppelin, it is not spark.sql(\"\"\"…\"\"\") with or without .toPandas().plot: %s"
              .formatted(file.getFileName(), source));
    }
    return new Page.Query(query.group("sql"), query.group("kind"), columns(query));
  }

  private static List<String> columns(Matcher query) {
    return query.group("kind") == null
        ? List.of()
        : Stream.concat(
                Stream.of(query.group("x")),
                Pattern.compile("\\w+").matcher(query.group("y")).results().map(y -> y.group()))
            .toList();
  }

  private static String source(JsonNode cell) {
    return StreamSupport.stream(cell.get("source").spliterator(), false)
        .map(JsonNode::asText)
        .collect(joining());
  }
}
