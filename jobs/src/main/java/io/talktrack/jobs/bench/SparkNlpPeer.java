package io.talktrack.jobs.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.embeddings.BertSentenceEmbeddings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Spark NLP's sentence embeddings as a program of its own: its class path has TensorFlow's classes
 * too, without which they do not load.
 */
public final class SparkNlpPeer {
  private static final int MOST_TOKENS = 256;

  private final SparkSession spark;
  private final BertSentenceEmbeddings encoder;
  private final int tasks;

  private SparkNlpPeer(SparkSession spark, BertSentenceEmbeddings encoder, int tasks) {
    this.spark = spark;
    this.encoder = encoder;
    this.tasks = tasks;
  }

  /** Arguments: the exported encoder's folder, its dimensions, the batch size, the cores. */
  public static void main(String[] args) throws IOException {
    int tasks = Integer.parseInt(args[3]);
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + tasks + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    BertSentenceEmbeddings encoder = BertSentenceEmbeddings.loadSavedModel(args[0], spark, false);
    encoder.setInputCols(new String[] {"document"});
    encoder.setOutputCol("embeddings");
    encoder.setCaseSensitive(false);
    encoder.setMaxSentenceLength(MOST_TOKENS);
    encoder.setDimension(Integer.parseInt(args[1]));
    encoder.setBatchSize(Integer.parseInt(args[2]));
    new SparkNlpPeer(spark, encoder, tasks).serve();
    spark.stop();
  }

  private void serve() throws IOException {
    PrintWriter answers = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answers.println(PeerProcess.ANSWER + "ready");
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      String[] question = line.split(" ", 2);
      answers.println(
          PeerProcess.ANSWER
              + switch (question[0]) {
                case "batch" -> batch(Integer.parseInt(question[1]));
                case "embed" -> embed(Path.of(question[1]));
                default -> read(Path.of(question[1]));
              });
    }
  }

  private String batch(int size) {
    encoder.setBatchSize(size);
    return Integer.toString(encoder.getBatchSize());
  }

  private String read(Path texts) throws IOException {
    Dataset<Row> read = embedded(Files.readAllLines(texts), tasks);
    double before = Resources.cpuSeconds();
    double seconds = Timings.seconds(() -> read.write().format("noop").mode("overwrite").save());
    return String.format(Locale.ROOT, "%.4f %.4f", seconds, Resources.cpuSeconds() - before);
  }

  private String embed(Path texts) throws IOException {
    List<String> lines = new ArrayList<>();
    embedded(Files.readAllLines(texts), 1)
        .select(
            element_at(col("embeddings"), 1).getField("embeddings").cast("array<string>").as("e"))
        .selectExpr("concat_ws(',', e)")
        .as(Encoders.STRING())
        .collectAsList()
        .forEach(lines::add);
    Path file = texts.resolveSibling("embeddings");
    Files.write(file, lines);
    return file.toString();
  }

  private Dataset<Row> embedded(List<String> texts, int parts) {
    DocumentAssembler documents = new DocumentAssembler();
    documents.setInputCol("text");
    documents.setOutputCol("document");
    Dataset<Row> rows = spark.createDataset(texts, Encoders.STRING()).toDF("text").coalesce(1);
    return encoder.transform(documents.transform(parts == 1 ? rows : rows.repartition(parts)));
  }
}
