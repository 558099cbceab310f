package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Turn;
import io.talktrack.inbox.Inbox;
import io.talktrack.jobs.LocalSpark;
import io.talktrack.jobs.Location;
import io.talktrack.jobs.Outcome;
import io.talktrack.jobs.TinyCompany;
import io.talktrack.model.NameBundle;
import io.talktrack.model.NameHead;
import io.talktrack.model.NameModel;
import io.talktrack.privacy.NameSource;
import io.talktrack.privacy.Pseudonyms;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import io.talktrack.transcript.TranscriptColumns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TestIngestNames {
  private static final Location SHIPPED = new Location("classpath:conf/models/talktrack-names-en");
  private static final String CALL =
      """
      Ann Seller: Would anybody else have to agree to that?
      Bob Buyer: i'd have to ask marguerite in finance
      Ann Seller: Fine, the price is 4,500 a month until March.
      Bob Buyer: send it to 47 Cropper's Way, Rotherham
      """;

  @TempDir Path folder;

  @Test
  void namesThatNoRuleKnowsAreMaskedAndAnotherModelReadsTheCallAgain() throws IOException {
    new TinyCompany(folder.resolve("input")).put("calls/2026-06-02 kick-off.txt", CALL);

    assertThat(run(NameSource.RULES_ONLY)).isInstanceOf(Outcome.Wrote.class);
    assertThat(texts()).contains("i'd have to ask marguerite in finance");

    NameSource model = model();
    assertThat(run(model)).isInstanceOf(Outcome.Wrote.class);
    assertThat(texts())
        .containsExactly(
            "Would anybody else have to agree to that?",
            "i'd have to ask [NAME] in finance",
            "Fine, the price is 4,500 a month until March.",
            "send it to [ADDRESS]");
    assertThat(run(model)).isInstanceOf(Outcome.NothingToDo.class);
  }

  private NameModel model() {
    NameHead head =
        NameHead.fromJson(
            SHIPPED.toString(),
            SHIPPED.resolve("names.json").text(),
            SHIPPED.resolve("README.md").text());
    return NameModel.onExecutors(
        LocalSpark.session().sparkContext(),
        NameBundle.build(head, folder.resolve("models")),
        head,
        512);
  }

  private Outcome run(NameSource names) {
    return new IngestCalls(
            LocalSpark.session(),
            lake(),
            new Inbox(LocalSpark.session(), folder.resolve("input").toString(), 1 << 20),
            new Pseudonyms("a key that is long enough for a test".getBytes(StandardCharsets.UTF_8)),
            new IngestSettings(
                ZoneId.of("Europe/London"),
                2000,
                TranscriptColumns.USUAL,
                0.5,
                Set.of(TinyCompany.DOMAIN),
                names,
                null,
                null))
        .run();
  }

  private Lake lake() {
    return new Lake(LocalSpark.session(), folder.resolve("lake").toString());
  }

  private List<String> texts() {
    return lake().read(Tables.TURNS).collectAsList().stream()
        .sorted(Comparator.comparing(Turn::turnNo))
        .map(Turn::text)
        .toList();
  }
}
