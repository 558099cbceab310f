package io.talktrack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestTables {
  @Test
  void everyTableHasItsKeyAndDayAmongItsColumns() {
    for (Table<?> table : Tables.all()) {
      List<String> columns = Arrays.asList(table.schema().fieldNames());
      assertThat(columns).as(table.name()).isNotEmpty().containsAll(table.key());
      if (table.layout() instanceof Table.Layout.Partitioned partitioned) {
        assertThat(columns).as(table.name()).contains(partitioned.column());
      }
    }
  }

  @Test
  void noTwoTablesShareAPath() {
    Set<String> paths = new HashSet<>();
    for (Table<?> table : Tables.all()) {
      assertThat(paths.add(table.path())).as(table.path()).isTrue();
    }
    assertThat(paths).hasSizeGreaterThan(20);
  }

  @Test
  void everyTableSaysWhatARowIs() {
    for (Table<?> table : Tables.all()) {
      assertThat(table.grain()).as(table.name()).startsWith("One row per ").endsWith(".");
    }
  }

  @Test
  void statisticsNeverHoldWhatWasSaidNorTheNameOfAFile() {
    for (Table<?> table : Tables.all()) {
      assertThat(Lake.statistics(table).split(","))
          .as(table.name())
          .doesNotContain("phrase", "path", "text", "name", "title", "subject");
    }
    assertThat(Lake.statistics(Tables.TURNS)).isEqualTo("call_id,turn_no");
  }

  /** A row that would lose precision. */
  record Priced(String id, BigDecimal price) {}

  @Test
  void aColumnThatCannotBeReadBackIsRefused() {
    assertThatThrownBy(() -> RecordEncoder.check(Priced.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Priced has a component of type java.math.BigDecimal");
  }
}
