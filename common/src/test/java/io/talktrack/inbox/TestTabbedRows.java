package io.talktrack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.sentiment.TurnInContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTabbedRows {
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
    Path file = file("bundle\tlanguage\ttext", "a\ten\tb");

    assertThatThrownBy(() -> CheckedSpans.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot read checked spans from %s: it has no column 'head', only [bundle, language, text]. Name the columns in the first line, separated by tabs.",
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
}
