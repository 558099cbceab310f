package io.talktrack.jobs;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talktrack.jobs.Notebook.Page;

/** Writes a notebook as Zeppelin keeps its notes. */
final class ZeppelinNote {
  /** Zeppelin shows a field with this name and default above the paragraph that makes the views. */
  static final String LAKE = "${lake=/path/to/talktrack/lake/demo}";

  static String of(Notebook notebook) throws JsonProcessingException {
    ObjectNode note = Notebook.JSON.createObjectNode();
    ArrayNode paragraphs = note.putArray("paragraphs");
    for (Page page : notebook.pages()) {
      if (page instanceof Page.Text text) {
        add(paragraphs, "%md\n" + text.markdown(), "markdown");
      } else if (page instanceof Page.Query query) {
        chart(add(paragraphs, "%spark.sql\n" + query.sql(), "sql"), query);
      }
      if (paragraphs.size() == 1) {
        add(paragraphs, "%spark.sql\n" + views(notebook), "sql");
      }
    }
    note.put("name", "Talktrack " + notebook.title());
    note.put("id", "TALKTRACK" + notebook.name().charAt(0));
    note.put("defaultInterpreterGroup", "spark");
    note.putObject("config").put("isZeppelinNotebookCronEnable", false);
    note.putObject("noteForms");
    note.putObject("noteParams");
    note.putObject("angularObjects");
    note.putObject("info");

    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    return Notebook.JSON.writer(printer).writeValueAsString(note) + "\n";
  }

  private static String views(Notebook notebook) {
    return notebook.tables().stream()
        .map(
            table ->
                "CREATE OR REPLACE TEMP VIEW %s USING delta OPTIONS (path '%s/%s')"
                    .formatted(table.substring(table.indexOf('/') + 1), LAKE, table))
        .collect(joining(";\n"));
  }

  private static ObjectNode add(ArrayNode paragraphs, String text, String language) {
    ObjectNode paragraph = paragraphs.addObject();
    paragraph.put("id", "paragraph_" + paragraphs.size());
    paragraph.put("text", text);
    paragraph.put("status", "READY");
    ObjectNode config = paragraph.putObject("config");
    config.put("colWidth", 12).put("enabled", true);
    config.put("editorMode", "ace/mode/" + language);
    config
        .putObject("editorSetting")
        .put("language", language)
        .put("editOnDblClick", language.equals("markdown"));
    config.putObject("results");
    ObjectNode settings = paragraph.putObject("settings");
    settings.putObject("params");
    settings.putObject("forms");
    return paragraph;
  }

  private static void chart(ObjectNode paragraph, Page.Query query) {
    if (query.kind() == null) {
      return;
    }

    ObjectNode graph =
        ((ObjectNode) paragraph.at("/config/results")).putObject("0").putObject("graph");
    graph.put("mode", query.kind().equals("line") ? "lineChart" : "multiBarChart");
    graph.put("height", 300);
    graph.put("optionOpen", false);
    ArrayNode keys = graph.putArray("keys");
    graph.putArray("groups");
    ArrayNode values = graph.putArray("values");
    for (int column = 0; column < query.columns().size(); column++) {
      ObjectNode axis = (column == 0 ? keys : values).addObject();
      axis.put("name", query.columns().get(column)).put("index", column).put("aggr", "sum");
    }
  }

  private ZeppelinNote() {}
}
