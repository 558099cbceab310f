package io.talktrack.jobs.ingest;

import io.talktrack.crm.Contact;
import io.talktrack.crm.Rep;
import io.talktrack.privacy.Directory;
import io.talktrack.table.Lake;
import io.talktrack.table.Tables;
import java.util.ArrayList;
import java.util.List;

/** The names that the CRM brought into the lake, for masking them in what is said and written. */
final class CrmNames {
  private CrmNames() {}

  static Directory in(Lake lake) {
    List<String> names = new ArrayList<>();
    lake.read(Tables.REPS).collectAsList().stream().map(Rep::name).forEach(names::add);
    lake.read(Tables.CONTACTS).collectAsList().stream().map(Contact::name).forEach(names::add);
    return Directory.of(names);
  }

  /** What reading a file depends on, where it also depends on the names. */
  static String definitionOf(String definition, Directory people) {
    return people.version().isEmpty() ? definition : definition + "/people-" + people.version();
  }
}
