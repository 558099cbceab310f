package io.talktrack.jobs.models.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.talktrack.call.Speaker;
import io.talktrack.inbox.CheckedSpans;
import io.talktrack.jobs.Job;
import io.talktrack.jobs.Outcome;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.sentiment.CheckedSpan;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Draws labels of a lake with the words that carried them, for somebody to check by hand: half of
 * them objections of customers, half valence that is not neutral. The same lake gives the same
 * sample.
 */
public final class SampleSpans implements Job {
  private final Lake lake;
  private final Path file;
  private final int labels;

  public SampleSpans(Lake lake, Path file, int labels) {
    this.lake = lake;
    this.file = file;
    this.labels = labels;
  }

  @Override
  public String name() {
    return "models spans";
  }

  @Override
  public Outcome run() {
    if (!lake.exists(Tables.TURN_LABELS)) {
      return new Outcome.Skipped("no turn is labelled yet: run `talktrack understand turns` first");
    }
    Dataset<Row> carried = carried();
    List<CheckedSpan> spans = new ArrayList<>();
    spans.addAll(
        drawn(
            carried,
            col("head").equalTo("objection").and(col("speaker").equalTo(Speaker.CUSTOMER.name())),
            labels / 2));
    spans.addAll(
        drawn(
            carried,
            col("head").equalTo("sentiment").and(col("label").notEqual("NEUTRAL")),
            labels - labels / 2));
    if (spans.isEmpty()) {
      return new Outcome.Skipped(
          "no label has the words that carried it: set models.explain to all, and run `talktrack understand turns`");
    }

    CheckedSpans.write(file, spans);
    return new Outcome.Wrote(
        String.format(
            Locale.ROOT,
            "%,d labels with the words that carried them are in %s. Write yes or no into label_holds (of the whole text) and is_reason (do the words give a reason for the label).",
            spans.size(),
            file),
        List.of(new Counter("spans", spans.size())));
  }

  /** Every label that was given, one row each, with its words and all that was said. */
  private Dataset<Row> carried() {
    Dataset<Row> labelled =
        lake.read(Tables.TURN_LABELS)
            .select(
                col("call_id"),
                col("turn_no"),
                col("speaker"),
                col("language"),
                col("bundle"),
                expr("regexp_extract(definition_version, '/' || language || '=([0-9a-f]+)', 1)")
                    .as("hash"),
                explode(col("labels.carried_by")).as("words"));
    Dataset<Row> said = lake.read(Tables.TURNS).select(col("call_id"), col("turn_no"), col("text"));
    return labelled
        .join(said, new String[] {"call_id", "turn_no"}, "inner")
        .select(
            col("call_id"),
            col("turn_no"),
            col("speaker"),
            col("language"),
            col("bundle"),
            col("hash"),
            col("words.head").as("head"),
            col("words.label").as("label"),
            col("text")
                .substr(col("words.start").plus(lit(1)), col("words.end").minus(col("words.start")))
                .as("span"),
            col("text"));
  }

  private static List<CheckedSpan> drawn(Dataset<Row> carried, Column which, int labels) {
    return carried
        .filter(which)
        .orderBy(
            xxhash64(col("call_id"), col("turn_no"), col("label")), col("call_id"), col("turn_no"))
        .limit(labels)
        .select("bundle", "hash", "language", "head", "label", "span", "text")
        .collectAsList()
        .stream()
        .map(
            row ->
                new CheckedSpan(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    "",
                    ""))
        .toList();
  }
}
