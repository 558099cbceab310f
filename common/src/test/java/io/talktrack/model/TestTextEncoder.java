package io.talktrack.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.onnxruntime.OrtSession.SessionOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talktrack.inference.CachedInference.OutputSpan;
import io.talktrack.model.Head.Kind;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class TestTextEncoder {
  private static final List<String> ENGLISH =
      List.of(
          "that's more than we have",
          "Honestly, the board only signed off half of it for this year, so we would have to wait.",
          "ok",
          "Can you send me the security questionnaire before Thursday, and copy in our IT lead"
              + " please?",
          "yeah",
          "We looked at two other vendors and one of them already talks to our warehouse system.",
          "mm-hm",
          "I would need my director to agree to that",
          "So, um, what happens is that the night shift counts every aisle by hand, writes it on"
              + " paper, and in the morning somebody in the office types it all in, which takes"
              + " until noon, and by then half of it is wrong already because the first lorries"
              + " have left.",
          "12,500 pounds 😀");
  private static final List<String> CHINESE =
      List.of(
          "太贵了",
          "说实话今年的预算董事会只批了一半，所以我们可能得等到明年再看。",
          "嗯",
          "您能不能在周四之前把安全问卷发给我，顺便抄送一下我们信息部的负责人？",
          "好的",
          "我们看过另外两家，其中一家已经跟我们的仓储系统 WMS 对接好了。",
          "这个我要请示领导",
          "现在的情况是夜班的人拿着纸一排一排地盘，早上办公室再有人录到表格里，一般要录到中午，那时候第一批车早就发走了，数又对不上了，月底财务还要再核一遍，每次都要吵起来。",
          "三十九万五 😀");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void aTextAloneOrPaddedOrShuffledInAnyBatchGivesTheSameBits(String name) throws Exception {
    ModelBundle bundle = ShippedBundles.named(name);

    BitStability.check(bundle, texts(bundle));
  }

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void soItDoesInInt8(String name) throws Exception {
    ModelBundle bundle = ShippedBundles.inInt8(name);

    assertThat(bundle.precision()).isEqualTo("int8");
    BitStability.check(bundle, texts(bundle));
  }

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void embeddingsHaveLengthOneAndEveryHeadGivesProbabilities(String name) throws Exception {
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named(name));
        TextEncoder.Session session = encoder.newSession()) {
      List<Head> heads = encoder.bundle().heads();
      for (String text : texts(encoder.bundle())) {
        float[][] outputs = session.forward(List.of(encoder.tokenize(text)))[0];

        assertThat(outputs).hasNumberOfRows(1 + heads.size() + 1);
        assertThat(outputs[0]).hasSize(encoder.bundle().dimensions());
        assertThat(squares(outputs[0])).isCloseTo(1, within(1e-5));
        for (int head = 0; head < heads.size(); head++) {
          float[] probabilities = outputs[1 + head];
          assertThat(probabilities).hasSize(heads.get(head).labels().size());
          for (float probability : probabilities) {
            assertThat(probability).isBetween(0f, 1f);
          }
          if (heads.get(head).kind() == Kind.ONE_OF) {
            assertThat(sum(probabilities)).isCloseTo(1, within(1e-5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void theSameWithoutWordsSaysTheSameOfAText(String name, @TempDir Path folder) throws Exception {
    ModelBundle bundle = ShippedBundles.named(name);
    ModelBundle without = bundle.withoutWords(folder);

    try (TextEncoder encoder = TextEncoder.open(bundle);
        TextEncoder other = TextEncoder.open(without);
        TextEncoder.Session session = encoder.newSession();
        TextEncoder.Session otherSession = other.newSession()) {
      List<Head> heads = bundle.heads();
      for (String text : texts(bundle)) {
        List<TextChunk> chunks = encoder.tokenizer().chunks(text);
        float[][] read = session.forward(List.of(chunks.get(0).ids()))[0];
        float[][] plain = otherSession.forward(List.of(chunks.get(0).ids()))[0];

        assertThat(plain).isDeepEqualTo(Arrays.copyOf(read, 1 + heads.size()));
        assertThat(
                new WholeText(heads, chunks, List.<float[][]>of(plain))
                    .carriedBy(text, WordBreaks.of("en")))
            .isEmpty();
      }
    }
    assertThat(without.hash()).isNotEqualTo(bundle.hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"talktrack-en", "talktrack-zh"})
  void theSharesOfItsTokensAddUpToATextsLogits(String name) throws Exception {
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named(name));
        TextEncoder.Session session = encoder.newSession()) {
      List<Head> heads = encoder.bundle().heads();
      int labels = heads.stream().mapToInt(head -> head.labels().size()).sum();
      int objections = heads.get(0).labels().size() + heads.get(1).labels().size();
      for (String text : texts(encoder.bundle())) {
        float[][] outputs = session.forward(List.of(encoder.tokenize(text)))[0];
        float[] shares = outputs[outputs.length - 1];

        for (int type = 0; type < heads.get(2).labels().size(); type++) {
          double logit = heads.get(2).bias()[type];
          for (int share = objections + type; share < shares.length; share += labels) {
            logit += shares[share];
          }
          assertThat(1 / (1 + Math.exp(-logit)))
              .as("%s of a text of %d tokens", heads.get(2).labels().get(type), shares.length)
              .isCloseTo(outputs[3][type], within(1e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "talktrack-en, 'hello there, it was a lovely weekend. I would need my director to agree to that"
        + " first', AUTHORITY_PROCESS, director",
    "talktrack-en, '😀 hi, nice weather today, but honestly 12,500 pounds is way over our budget',"
        + " PRICE_BUDGET, over our budget",
    "talktrack-zh, '😀 你好呀，今天天气不错。不过说实话这个价格太贵了，超出我们的预算', PRICE_BUDGET, 太贵",
  })
  void theWordsThatCarryAnObjectionAreFound(String name, String text, String type, String expected)
      throws Exception {
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named(name));
        TextEncoder.Session session = encoder.newSession()) {
      Encoding encoded = encoder.tokenizer().encode(text);
      float[][] outputs = session.forward(List.of(encoded.getIds()))[0];
      List<Head> heads = encoder.bundle().heads();

      OutputSpan span =
          new CarryingWords(
                  outputs[outputs.length - 1],
                  heads.stream().mapToInt(head -> head.labels().size()).sum(),
                  encoded.getCharTokenSpans(),
                  text,
                  WordBreaks.of(encoder.bundle().language()))
              .behind(6 + heads.get(2).labels().indexOf(type))
              .orElseThrow();

      int[] characters = text.codePoints().toArray();
      assertThat(new String(characters, span.start(), span.end() - span.start()))
          .contains(expected)
          .hasSizeLessThan(text.length() * 2 / 3);
    }
  }

  @Test
  void aForwardPassRunsInTheThreadOfItsTaskAndNobodySpins() throws Exception {
    try (SessionOptions options = TextEncoder.sessionOptions()) {
      assertThat(options.getConfigEntries())
          .containsEntry("session.intra_op.allow_spinning", "0")
          .containsEntry("session.inter_op.allow_spinning", "0");
      assertThat(threadsBesideTheTasks(options)).containsOnly(0);
    }
    // with a pool of threads the profile shows them
    try (SessionOptions options = TextEncoder.sessionOptions()) {
      options.setIntraOpNumThreads(3);
      assertThat(threadsBesideTheTasks(options)).contains(2);
    }
  }

  /** By ONNX Runtime's own profile, for each node of the graph that ran. */
  private List<Integer> threadsBesideTheTasks(SessionOptions options) throws Exception {
    Path profiles = Files.createTempDirectory(folder, "profiles");
    options.enableProfiling(profiles.resolve("pass").toString());
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named("talktrack-en"), options);
        TextEncoder.Session session = encoder.newSession()) {
      session.forward(List.of(encoder.tokenize("we would need our director to agree")));
    }
    List<Integer> threads = new ArrayList<>();
    try (DirectoryStream<Path> written = Files.newDirectoryStream(profiles)) {
      for (Path profile : written) {
        for (JsonNode event : new ObjectMapper().readTree(profile.toFile())) {
          JsonNode pool = event.path("args").path("thread_scheduling_stats");
          if (!pool.isMissingNode()) {
            threads.add(pool.path("sub_threads").size());
          }
        }
      }
    }
    return threads;
  }

  private static List<String> texts(ModelBundle bundle) {
    return bundle.language().equals("zh") ? CHINESE : ENGLISH;
  }

  private static double squares(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * (double) value;
    }
    return squares;
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
