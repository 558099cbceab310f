package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.translate.TranslateException;
import io.talktrack.inference.CachedInference;
import io.talktrack.inference.ModelInput;
import io.talktrack.model.Head.Kind;
import io.talktrack.model.Models.Batching;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The operator with a real tokenizer and a model of a few lines. */
@Timeout(60)
class TestWindowedInference {
  private static final int LONGEST = 32;
  private static final String POISON = "poison";

  @TempDir private static Path folder;
  private static ModelBundle bundle;
  private static TextTokenizer tokenizer;
  private static long poison;

  private final InferenceCounters counters =
      new InferenceCounters(
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator());

  @BeforeAll
  static void openTokenizer() throws IOException {
    try (InputStream in =
        TestWindowedInference.class.getResourceAsStream(
            "/" + Pretrained.ALL_MINILM_L6_V2.tokenizerResource())) {
      Files.copy(in, folder.resolve("tokenizer.json"));
    }
    Head head =
        new Head(
            "objection",
            Kind.ANY_OF,
            List.of("DEAR"),
            new float[][] {{1}},
            new float[] {0},
            new double[] {0.5});
    bundle = new ModelBundle(folder, "small", "en", 2, LONGEST, "fp32", "hash", List.of(head));
    tokenizer = new TextTokenizer(bundle);
    poison = tokenizer.beginning(POISON)[1];
  }

  @AfterAll
  static void closeTokenizer() {
    tokenizer.close();
  }

  /** Each text's outputs follow from its own tokens; "poison" fails, "dear" carries. */
  private static BatchOutputs smallModel(PaddedBatch batch) throws TranslateException {
    long dear = tokenizer.beginning("dear")[1];
    float[] embeddings = new float[2 * batch.rows()];
    float[] heads = new float[batch.rows()];
    float[] shares = new float[batch.rows() * batch.longest()];
    for (int row = 0; row < batch.rows(); row++) {
      for (int token = 0; token < batch.longest(); token++) {
        int place = row * batch.longest() + token;
        long id = batch.ids().get(place);
        if (id == poison) {
          throw new TranslateException("poison");
        }
        embeddings[2 * row] += id;
        embeddings[2 * row + 1] += batch.mask().get(place);
        shares[place] = id == dear ? 1 : 0;
        heads[row] = Math.max(heads[row], id == dear ? 0.9f : 0.1f);
      }
    }
    return new BatchOutputs(
        batch.rows(),
        List.of(
            new BatchOutputs.Output(embeddings, 2, false),
            new BatchOutputs.Output(heads, 1, false),
            new BatchOutputs.Output(shares, 1, true)));
  }

  private static BatchReader inThisThread(ForwardPass model) {
    return BatchReader.inThisThread(model, () -> {});
  }

  private Iterator<CachedInference> read(
      Iterator<ModelInput> inputs, BatchReader reader, int rows) {
    return new WindowedInference(
        inputs, bundle, tokenizer, reader, new Batching(rows, 64), counters);
  }

  private Map<String, CachedInference> readAll(List<String> texts, BatchReader reader) {
    List<ModelInput> inputs = new ArrayList<>();
    for (int text = 0; text < texts.size(); text++) {
      inputs.add(new ModelInput("%04d".formatted(text), texts.get(text)));
    }
    Collections.shuffle(inputs, new Random(3));
    Map<String, CachedInference> read = new TreeMap<>();
    read(inputs.iterator(), reader, 50)
        .forEachRemaining(one -> assertThat(read.put(one.inputKey(), one)).isNull());
    return read;
  }

  @Test
  void aLongTextIsReadWholeAndItsEvidenceStandsWhereItIs() {
    String text = "we talked about the weather and the garden. ".repeat(12) + "that is too dear.";

    CachedInference read =
        readAll(List.of(text), inThisThread(TestWindowedInference::smallModel)).get("0000");

    assertThat(read.status()).isEqualTo("SCORED");
    assertThat(read.tokens()).isGreaterThan(3 * LONGEST);
    assertThat(read.outputs()).containsExactly(0.9f);
    assertThat(read.carriedBy())
        .singleElement()
        .satisfies(
            span -> assertThat(text.substring(span.start(), span.end())).isEqualTo("is too dear"));
    assertThat(counters.texts().sum()).isEqualTo(1);
    assertThat(counters.forwardPasses().sum()).isGreaterThan(1);
  }

  @Test
  void aTextThatFailsIsMarkedAndItsNeighboursAreRead() {
    List<String> texts = new ArrayList<>(Collections.nCopies(40, "all is well"));
    texts.set(7, "this one is " + POISON);
    // only its last chunk fails
    texts.set(23, "a long one, ".repeat(30) + POISON);

    Map<String, CachedInference> read =
        readAll(texts, inThisThread(TestWindowedInference::smallModel));

    assertThat(read).hasSize(40);
    assertThat(read.values().stream().filter(one -> one.status().equals("FAILED")))
        .extracting(CachedInference::inputKey)
        .containsExactly("0007", "0023");
    assertThat(read.get("0007").embedding()).isNull();
    assertThat(counters.failures().sum()).isEqualTo(2);
  }

  @Test
  void oddTextsEndTheBatchOfNobodyElse() {
    List<String> texts =
        List.of(
            "before", "x".repeat(1_000_000), "half \uD83D of a face", "\u0000\uFFFF", "", "after");

    Map<String, CachedInference> read =
        readAll(texts, inThisThread(TestWindowedInference::smallModel));

    assertThat(read).hasSize(6);
    assertThat(read.get("0000").status()).isEqualTo("SCORED");
    assertThat(read.get("0005").status()).isEqualTo("SCORED");
  }

  @Test
  void aModelThatReadsNothingAnyMoreStopsTheTaskInsteadOfMarkingEveryText() {
    BatchReader broken =
        inThisThread(
            batch -> {
              throw new TranslateException("out of memory");
            });
    Iterator<CachedInference> read =
        read(List.of(new ModelInput("1", "a"), new ModelInput("2", "b")).iterator(), broken, 50);

    assertThatThrownBy(read::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Cannot go on: model small does not even read an empty text any more. Look at the"
                + " executor's log; with a GPU, at its memory and health.");
  }

  @Test
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  void anErrorOnTheDeviceStopsTheTaskInsteadOfMarkingTexts() {
    try (DeviceFeeder feeder = new DeviceFeeder("test", 2)) {
      BatchReader broken =
          feeder.reader(
              batch -> {
                throw new OutOfMemoryError("no room");
              });
      Iterator<CachedInference> read =
          read(List.of(new ModelInput("1", "a"), new ModelInput("2", "b")).iterator(), broken, 50);

      assertThatThrownBy(read::hasNext)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Cannot go on: a batch was not read, and not because of its texts"
                  + " (java.lang.OutOfMemoryError: no room). Look at the executor's log; with a"
                  + " GPU, at its memory and health.")
          .hasCauseInstanceOf(OutOfMemoryError.class);
      assertThat(counters.failures().sum()).isZero();
    }
  }

  @Test
  void aFeederGivesWhatTheTaskItselfWouldRead() {
    List<String> texts =
        IntStream.range(0, 500)
            .mapToObj(text -> "word ".repeat(1 + text % 60) + "number " + text)
            .toList();
    Map<String, CachedInference> alone =
        readAll(texts, inThisThread(TestWindowedInference::smallModel));

    try (DeviceFeeder feeder = new DeviceFeeder("test", 2)) {
      Map<String, CachedInference> fed =
          readAll(texts, feeder.reader(TestWindowedInference::smallModel));

      assertThat(fed.keySet()).isEqualTo(alone.keySet());
      fed.forEach(
          (key, one) -> {
            assertThat(one.outputs()).isEqualTo(alone.get(key).outputs());
            assertThat(one.carriedBy()).isEqualTo(alone.get(key).carriedBy());
            assertThat(floats(one)).isEqualTo(floats(alone.get(key)));
          });
    }
  }

  private static List<Float> floats(CachedInference read) {
    ByteBuffer buffer = ByteBuffer.wrap(read.embedding()).order(ByteOrder.LITTLE_ENDIAN);
    return List.of(buffer.getFloat(), buffer.getFloat());
  }

  @Test
  void neverMoreThanOneWindowIsHeldHoweverManyTextsThereAre() {
    AtomicInteger taken = new AtomicInteger();
    Iterator<ModelInput> endless =
        IntStream.range(0, 100_000)
            .mapToObj(
                text -> {
                  taken.incrementAndGet();
                  return new ModelInput(Integer.toString(text), "ok");
                })
            .iterator();
    Iterator<CachedInference> read =
        read(endless, inThisThread(TestWindowedInference::smallModel), 50);

    for (int given = 1; given <= 1_000; given++) {
      read.next();
      assertThat(taken.get() - given).as("held after %d", given).isLessThanOrEqualTo(50);
    }
  }

  @Test
  void aWindowOfLongTextsHoldsFewer() {
    AtomicInteger taken = new AtomicInteger();
    String text = "word ".repeat(2_000);
    Iterator<ModelInput> endless =
        IntStream.range(0, 1_000)
            .mapToObj(
                number -> {
                  taken.incrementAndGet();
                  return new ModelInput(Integer.toString(number), text);
                })
            .iterator();

    read(endless, inThisThread(TestWindowedInference::smallModel), 50).next();

    // two, and the one that the stream looks ahead for
    assertThat(taken).hasValueLessThanOrEqualTo(3);
  }
}
