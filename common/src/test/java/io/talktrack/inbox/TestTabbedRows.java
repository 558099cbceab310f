package io.talktrack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.call.Speaker;
import io.talktrack.call.Turn;
import io.talktrack.objection.LabelledExchange;
import io.talktrack.objection.LabelledExchange.Force;
import io.talktrack.objection.LabelledExchange.Line;
import io.talktrack.objection.ObjectionType;
import io.talktrack.objection.Stance;
import io.talktrack.sentiment.GroupedText;
import io.talktrack.sentiment.TurnInContext;
import io.talktrack.tracker.TrackedTalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTabbedRows {
  private static final String EXCHANGE =
      "exchange\tturn\tside\ttype\tstance\tstrength\taddressed\taccepted\ttext";

  private static final String CALL = "call\ttracker\tholds\tturn\tside\tstart_seconds\ttext";

  @TempDir private Path folder;

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("rows.tsv"), List.of(lines));
  }

  @Test
  void aTurnComesWithTheTurnBeforeIt() throws IOException {
    Path file =
        file(
            "language\tside\tneeds_before\tobjections\tbefore\ttext",
            "en\tcustomer\tyes\tPRICE_BUDGET,CONTRACT_TERMS\tIs it the \"price\"?\tThat, and the three years.");

    TurnInContext turn = TurnsInContext.read(file).get(0);

    assertThat(turn.needsBefore()).isTrue();
    assertThat(turn.turn().objections()).containsExactly("PRICE_BUDGET", "CONTRACT_TERMS");
    assertThat(turn.turn().sentiment()).isNull();
    assertThat(turn.withBefore()).isEqualTo("Is it the \"price\"? That, and the three years.");
  }

  @Test
  void aMissingColumnIsNamedWithThoseThatAreThere() throws IOException {
    Path file = file("bundle\thash\tlanguage\ttext", "a\t0f\ten\tb");

    assertThatThrownBy(() -> CheckedSpans.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read checked spans from %s: it has no column 'head', only [bundle, hash, language, text]. Name the columns in the first line, separated by tabs.",
            file);
  }

  @Test
  void aLineThatEndsEarlyIsNamedByItsNumber() throws IOException {
    Path file =
        file("language\ttracker\tholds\ttext", "en\tpricing\tyes\tWhat is it?", "en\tpricing");

    assertThatThrownBy(() -> TrackedLines.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read sentences for trackers from %s, line 3: it ends before the column 'holds'. Separate all columns by tabs, empty ones too.",
            file);
  }

  @Test
  void anAnswerThatIsNeitherYesNorNoIsNamed() throws IOException {
    Path file = file("language\tneeds_before\tbefore\ttext", "en\tperhaps\tSo?\tWell.");

    assertThatThrownBy(() -> TurnsInContext.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read %s, line 2: needs_before is 'perhaps'. Write yes or no.", file);
  }

  @Test
  void aHardSentenceComesWithItsKindAndWhatWasSaid() throws IOException {
    Path file =
        file(
            "language\tside\tgroup\tobjections\ttext\tas_said",
            "en\tcustomer\tRECOGNITION_ERRORS\tPRICE_BUDGET\tits to deer\tIt's too dear.",
            "en\tcustomer\tIRONY\t\tOh, splendid.\t");

    List<GroupedText> texts = GroupedTexts.read(file);

    assertThat(texts)
        .extracting(text -> text.labelled().text(), GroupedText::group, GroupedText::asSaid)
        .containsExactly(
            tuple("its to deer", "RECOGNITION_ERRORS", "It's too dear."),
            tuple("Oh, splendid.", "IRONY", null));
    assertThat(texts.get(0).labelled().objections()).containsExactly("PRICE_BUDGET");
  }

  @Test
  void anExchangeHasItsLabelsFromTheTurnThatObjects() throws IOException {
    Path file =
        file(
            EXCHANGE,
            "en-1\t1\trep\t\t\t\t\t\tTen thousand a year.",
            "en-1\t2\tcustomer\tPRICE_BUDGET\tCONDITION\tMILD\tyes\tunknown\tHalf, and we talk.",
            "en-1\t3\trep\t\t\t\t\t\tWhich half do you need?");

    assertThat(LabelledExchanges.read(file))
        .containsExactly(
            new LabelledExchange(
                "en-1",
                List.of(
                    new Line(Speaker.REP, "Ten thousand a year."),
                    new Line(Speaker.CUSTOMER, "Half, and we talk."),
                    new Line(Speaker.REP, "Which half do you need?")),
                1,
                ObjectionType.PRICE_BUDGET,
                Stance.CONDITION,
                Force.MILD,
                true,
                null));
  }

  @Test
  void anExchangeObjectsOnce() throws IOException {
    Path file = file(EXCHANGE, "en-9\t1\tcustomer\t\t\t\t\t\tGood morning.");

    assertThatThrownBy(() -> LabelledExchanges.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read %s, line 2: exchange en-9 objects at 0 turns. Fill the column type at one of them.",
            file);
  }

  @Test
  void aLabelThatDoesNotExistIsNamedWithThoseThatDo() throws IOException {
    Path file =
        file(EXCHANGE, "en-9\t1\tcustomer\tPRICE_BUDGET\tOBJECTION\tHARD\tno\tno\tNo money.");

    assertThatThrownBy(() -> LabelledExchanges.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read %s, line 2: strength is 'HARD'. Write one of [MILD, CLEAR, STRONG].",
            file);
  }

  @Test
  void callsForTrackersHaveTimesAndTheLanguageOfTheirFile() throws IOException {
    Files.write(
        folder.resolve("tracker-calls-zh.tsv"),
        List.of(
            CALL,
            "zh-1\tearly-price\tyes\t1\trep\t0\t您好。",
            "zh-1\tearly-price\tyes\t2\tcustomer\t65\t多少钱？"));

    List<TrackedTalk> calls = TrackedTalks.read(folder);

    assertThat(calls)
        .containsExactly(
            new TrackedTalk(
                "zh-1",
                "zh",
                "early-price",
                true,
                List.of(
                    new TrackedTalk.Line(Speaker.REP, 0, "您好。"),
                    new TrackedTalk.Line(Speaker.CUSTOMER, 65_000, "多少钱？"))));
    assertThat(calls.get(0).turns())
        .extracting(Turn::startMillis, Turn::endMillis)
        .containsExactly(tuple(0L, 65_000L), tuple(65_000L, 68_000L));
    assertThat(TrackedTalks.read(folder.resolve("elsewhere"))).isEmpty();
  }

  @Test
  void aTimeThatIsNoNumberIsNamed() throws IOException {
    Path file =
        Files.write(
            folder.resolve("tracker-calls-en.tsv"),
            List.of(CALL, "en-1\tearly-price\tno\t1\trep\t1:05\tHello."));

    assertThatThrownBy(() -> TrackedTalks.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read %s, line 2: start_seconds is '1:05'. Write a whole number.", file);
  }
}
