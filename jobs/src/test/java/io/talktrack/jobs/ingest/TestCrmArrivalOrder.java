package io.talktrack.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.crm.Account;
import io.talktrack.crm.Contact;
import io.talktrack.crm.CrmExports;
import io.talktrack.crm.CrmFormatException;
import io.talktrack.crm.CrmKind;
import io.talktrack.crm.CrmMapping;
import io.talktrack.crm.CrmReader;
import io.talktrack.crm.MergedExports;
import io.talktrack.crm.Opportunity;
import io.talktrack.crm.OpportunityChange;
import io.talktrack.crm.PersonIds;
import io.talktrack.crm.Rep;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The order in which a CRM's exports arrive, change and go, and their names, decide nothing. */
class TestCrmArrivalOrder {
  private static final PersonIds PEOPLE =
      new PersonIds() {
        @Override
        public String ofMailbox(String mailbox) {
          return "m:" + mailbox;
        }

        @Override
        public String ofName(String name) {
          return "n:" + name;
        }
      };

  private record Result(
      List<Account> accounts,
      List<Contact> contacts,
      List<Rep> reps,
      List<Opportunity> opportunities,
      List<OpportunityChange> history) {}

  @RepeatedTest(400)
  void anyScheduleEndsAsOneRunOnItsLastState(RepetitionInfo repetition) {
    endsAsOneRun(repetition, CrmExports.PARTIAL);
  }

  @RepeatedTest(400)
  void soDoesOneOfFullExports(RepetitionInfo repetition) {
    endsAsOneRun(repetition, CrmExports.FULL);
  }

  private static void endsAsOneRun(RepetitionInfo repetition, CrmExports exports) {
    Random random = new Random(repetition.getCurrentRepetition());
    CrmSchedule schedule = new CrmSchedule(random);
    Map<String, String> input = new TreeMap<>();
    List<OpportunityChange> known = List.of();
    for (int run = 0; run < 4; run++) {
      schedule.change(input);
      Map<String, String> there = new TreeMap<>(input);
      List<String> paths = List.copyOf(input.keySet());
      there.remove(paths.get(random.nextInt(paths.size())));
      known = run(there, exports, known).history();
    }
    schedule.finish(input);
    Result slowly = run(input, exports, known);

    assertThat(slowly).isEqualTo(run(input, exports, List.of()));
    assertThat(run(input, exports, slowly.history())).isEqualTo(slowly);
  }

  @RepeatedTest(200)
  void ofEveryRowTheOneModifiedLastStandsWhateverItsFileIsCalled(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<List<Integer>> days = new ArrayList<>();
    for (int file = 0; file < 3; file++) {
      days.add(new ArrayList<>());
    }
    for (int day = 1; day < 28; day++) {
      days.get(random.nextInt(3)).add(day);
    }
    Set<Integer> deleted =
        Collections.nCopies(6, 0).stream().map(none -> 1 + random.nextInt(27)).collect(toSet());
    List<String> suffixes = new ArrayList<>(List.of("_1", "_2", "_3"));
    Result first = run(files(days, suffixes, deleted), CrmExports.PARTIAL, List.of());
    Collections.shuffle(suffixes, random);
    Result second = run(files(days, suffixes, deleted), CrmExports.PARTIAL, List.of());

    assertThat(second).isEqualTo(first);
    assertThat(first.accounts()).extracting(Account::name).isEqualTo(last(deleted, "Name"));
    assertThat(first.contacts()).extracting(Contact::title).isEqualTo(last(deleted, "Title"));
    assertThat(first.reps()).extracting(Rep::team).isEqualTo(last(Set.of(), "Team"));
    assertThat(first.opportunities())
        .extracting(Opportunity::stage)
        .isEqualTo(last(deleted, "Stage"));
  }

  /** On every day one of three rows of each kind was written, row 0 on the days 3, 6, 9 and on. */
  private static Map<String, String> files(
      List<List<Integer>> days, List<String> suffixes, Set<Integer> deleted) {
    Map<String, String> files = new TreeMap<>();
    for (int file = 0; file < 3; file++) {
      StringBuilder accounts = new StringBuilder("account_id,name,modified_at,is_deleted\n");
      StringBuilder contacts =
          new StringBuilder("contact_id,account_id,name,title,modified_at,is_deleted\n");
      StringBuilder reps = new StringBuilder("rep_id,name,team,modified_at\n");
      StringBuilder deals =
          new StringBuilder("opportunity_id,stage,modified_at,is_deleted,account_id\n");
      for (int day : days.get(file)) {
        int no = day % 3;
        String at = "2026-06-%02d".formatted(day);
        boolean isDeleted = deleted.contains(day);
        accounts.append("A%d,Name%d,%s,%s\n".formatted(no, day, at, isDeleted));
        contacts.append("C%d,A1,Bob %d,Title%d,%s,%s\n".formatted(no, no, day, at, isDeleted));
        reps.append("R%d,Ann %d,Team%d,%s\n".formatted(no, no, day, at));
        deals.append("O%d,Stage%d,%s,%s,A1\n".formatted(no, day, at, isDeleted));
      }
      files.put("crm/accounts%s.csv".formatted(suffixes.get(file)), accounts.toString());
      files.put("crm/contacts%s.csv".formatted(suffixes.get(file)), contacts.toString());
      files.put("crm/reps%s.csv".formatted(suffixes.get(file)), reps.toString());
      files.put("crm/deals%s.csv".formatted(suffixes.get(file)), deals.toString());
    }
    return files;
  }

  private static List<String> last(Set<Integer> deleted, String value) {
    return List.of(27, 25, 26).stream()
        .filter(day -> !deleted.contains(day))
        .map(day -> value + day)
        .toList();
  }

  private static Result run(
      Map<String, String> input, CrmExports exports, List<OpportunityChange> known) {
    CrmMapping mapping = CrmMapping.own().withExports(exports);
    MergedExports merged =
        new MergedExports(new CrmReader(mapping, PEOPLE, ZoneOffset.UTC), exports);
    input.keySet().stream()
        .sorted(MergedExports.readingOrder(mapping))
        .forEach(path -> read(merged, path, input.get(path)));
    List<OpportunityChange> history = merged.history(known);
    return new Result(
        merged.accounts().rows(),
        merged.contacts().rows(),
        merged.reps().rows(),
        merged.opportunities(history),
        history);
  }

  private static void read(MergedExports merged, String path, String content) {
    try {
      merged.read(CrmKind.ofPath(path).orElseThrow(), content.getBytes(UTF_8), path);
    } catch (CrmFormatException broken) {
      assertThat(content).as(path).startsWith("day,rain");
    }
  }
}
