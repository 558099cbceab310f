package io.talktrack.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.talktrack.knowledge.KnowledgePassage;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestIngestKnowledge {
  @TempDir private Path folder;
  private Intake intake;

  @BeforeEach
  void withTwoPages() throws IOException {
    intake = new Intake(folder);
    intake
        .company()
        .put("knowledge/prices.md", "# Prices\n\nIn short.\n\n## Plan\n\nIt costs 900.\n");
    intake.company().put("knowledge/安全.md", "# 安全\n\n## 等保\n\n我们有三级备案。\n");
  }

  @Test
  void aSecondRunChangesNothing() {
    assertThat(intake.knowledge().run().message())
        .isEqualTo("3 passages from 2 files: 2 processed, 0 quarantined, 0 duplicates");
    Set<KnowledgePassage> passages = intake.rows(Tables.KNOWLEDGE_PASSAGES);
    assertThat(intake.knowledge().run().message()).isEqualTo("no file is new or changed");

    assertThat(intake.rows(Tables.KNOWLEDGE_PASSAGES)).isEqualTo(passages);
    assertThat(passages)
        .extracting(
            KnowledgePassage::title,
            KnowledgePassage::heading,
            KnowledgePassage::text,
            KnowledgePassage::language)
        .containsExactlyInAnyOrder(
            tuple("Prices", "", "In short.", "en"),
            tuple("Prices", "Plan", "It costs 900.", "en"),
            tuple("安全", "等保", "我们有三级备案。", "zh"));
  }

  @Test
  void aPageThatIsNoTextGoesToQuarantine() throws IOException {
    Files.write(
        folder.resolve("input/knowledge/scan.md"), "geprüft".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(intake.knowledge().run().message())
        .isEqualTo("3 passages from 3 files: 2 processed, 1 quarantined, 0 duplicates");
    assertThat(intake.rows(Tables.QUARANTINE))
        .extracting(row -> row.path() + " " + row.reason())
        .containsExactly("knowledge/scan.md NOT_TEXT");
  }

  @Test
  void aPageThatIsTakenAwayIsForgotten() throws IOException {
    intake.knowledge().run();
    intake.company().delete("knowledge/prices.md");

    intake.knowledge().run();

    assertThat(intake.rows(Tables.KNOWLEDGE_PASSAGES))
        .extracting(KnowledgePassage::path)
        .containsExactly("knowledge/安全.md");
    assertThat(intake.knowledge().run().exitStatus()).isEqualTo(99);
  }
}
