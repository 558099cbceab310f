package io.talktrack.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.SharedData;
import io.talktrack.model.ShippedBundles;
import io.talktrack.model.TextEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How far playbook scoring agrees with what was done: a playbook written from a published support
 * guideline, scored by the encoder that ships on the three real chats that come with the guideline.
 *
 * <p>Truth is told by the data alone. The agent clicks a button for each step, and the chat logs
 * it: such a step is MET where its action was logged and NOT_MET where it was not, whether the
 * guideline asks for it or not. Two steps have no button (telling the decision, offering further
 * help): they are MET where the guideline of the chat's flow asks for them, and else not compared.
 * The order of two steps is that of their first actions, and for a step without a button that of
 * the guideline; pairs for which neither tells an order are not compared. An abstention counts as a
 * disagreement.
 *
 * <p>The playbook's lines were written from the guideline's steps, before what the chats say had
 * been read, and were not changed after the first scoring. Measured: 25 of 32 outcomes, kappa 0.50.
 * Read afterwards, four of the seven disagreements are the log's: three steps were said without a
 * click, and one chat ends without the offer that its guideline asks for.
 */
class TestSupportGuideline {
  private static final int FREQUENT = 10;
  private static final double LEAST_OUTCOMES = 0.7;
  private static final double LEAST_KAPPA = 0.35;
  private static final double LEAST_ORDER = 0.8;
  private static final Map<String, String> FLOWS =
      Map.of(
          "return_size", "Return Due to Size",
          "refund_status", "Refund Status",
          "timing_4", "Timing FAQ");

  private static Path folder;
  private static SupportGuideline guideline;
  private static Playbook playbook;

  @BeforeAll
  static void read() throws IOException {
    folder = SharedData.folder("abcd_playbook");
    guideline = SupportGuideline.read(folder);
    try (InputStream yaml =
        TestSupportGuideline.class.getResourceAsStream("/playbook/support-guideline.yaml")) {
      playbook = PlaybookReader.read(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void thePlaybookCoversEveryStepThatIsFrequentInTheGuideline() {
    Set<String> criteria = new HashSet<>(playbook.criteria().stream().map(Criterion::id).toList());

    Set<String> frequent = guideline.frequent(FREQUENT);

    assertThat(guideline.buttons()).hasSize(55);
    assertThat(frequent)
        .containsExactlyInAnyOrder(
            "(wrap up)",
            "Ask the Oracle",
            "Membership Privileges",
            "N/A",
            "Pull up Account",
            "Record Reason",
            "Update Order",
            "Validate Purchase",
            "Verify Identity",
            "ask-the-oracle",
            "enter-details",
            "membership",
            "pull-up-account",
            "record-reason",
            "update-order",
            "validate-purchase",
            "verify-identity");
    assertThat(frequent)
        .allSatisfy(
            step ->
                assertThat(SupportStep.ofButton(step).or(() -> SupportStep.ofAction(step)))
                    .map(SupportStep::criterion)
                    .get()
                    .isIn(criteria));
  }

  @Test
  void noLineOfThePlaybookStandsInTheChatsOrInTheGuideline() throws IOException {
    String data =
        letters(
            Files.readString(folder.resolve("abcd_sample.json"))
                + Files.readString(folder.resolve("guidelines.json")));

    assertThat(PlaybookScoring.lines(playbook, "en"))
        .hasSizeGreaterThan(200)
        .noneMatch(line -> data.contains(letters(line)));
  }

  @Test
  @Tag("slow")
  void outcomesAndOrderAgreeWithTheActionsThatWereLogged() throws IOException {
    SupportAgreement agreement = agreement();

    System.out.println(agreement);
    assertThat(agreement.cells()).as("compared outcomes").hasSizeGreaterThan(30);
    assertThat(agreement.agreed()).as(agreement.toString()).isGreaterThanOrEqualTo(LEAST_OUTCOMES);
    assertThat(agreement.kappa()).as(agreement.toString()).isGreaterThanOrEqualTo(LEAST_KAPPA);
    assertThat(agreement.inOrder()).as(agreement.toString()).isGreaterThanOrEqualTo(LEAST_ORDER);
  }

  private static SupportAgreement agreement() throws IOException {
    try (TextEncoder encoder = TextEncoder.open(ShippedBundles.named("talktrack-en"));
        TextEncoder.Session session = encoder.newSession()) {
      Map<String, float[]> read = new HashMap<>();
      Function<String, float[]> embedding = text -> read.computeIfAbsent(text, session::embed);
      PlaybookScoring scoring = PlaybookScoring.fit(playbook, "en", embedding, playbook.version());
      SupportAgreement agreement = new SupportAgreement();
      for (SupportChat chat : SupportChat.read(folder)) {
        GoldenCall call = new GoldenCall(playbook.name(), "en", chat.lines(), new TreeMap<>());
        agreement.add(
            chat, guideline.steps(FLOWS.get(chat.flow())), scoring.score(call.call(embedding)));
      }
      return agreement;
    }
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
