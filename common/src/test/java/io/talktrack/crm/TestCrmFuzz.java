package io.talktrack.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Whatever the bytes, an export's records are read, bad or repeated, or the file is refused by the
 * one documented exception. In a build the seeds beside this class are tried; CONTRIBUTING tells
 * how to search on.
 */
class TestCrmFuzz {
  private static final PersonIds NAMED =
      new PersonIds() {
        @Override
        public String ofMailbox(String mailbox) {
          return "p_" + mailbox.hashCode();
        }

        @Override
        public String ofName(String name) {
          return "p_" + name.hashCode();
        }
      };
  private static final CrmReader READER = new CrmReader(CrmMapping.own(), NAMED, ZoneOffset.UTC);

  @FuzzTest
  void bytesAreAnExportOrRefused(byte[] content) {
    KnownRows nothing = KnownRows.of(List.of(), List.of());
    tried(() -> READER.accounts(content, "crm/accounts"));
    tried(() -> READER.contacts(content, "crm/contacts", nothing));
    tried(() -> READER.reps(content, "crm/reps"));
    tried(() -> READER.opportunities(content, "crm/opportunities", nothing));
    tried(() -> READER.history(content, "crm/opportunity_history", nothing));
  }

  private interface Export {
    CrmRead<?> read() throws CrmFormatException;
  }

  private static void tried(Export export) {
    try {
      CrmRead<?> read = export.read();

      assertThat(read.records())
          .isEqualTo(read.rows().size() + read.bad().size() + read.duplicates());
    } catch (CrmFormatException refused) {
      assertThat(refused).hasMessageStartingWith("Cannot read crm/");
    }
  }
}
