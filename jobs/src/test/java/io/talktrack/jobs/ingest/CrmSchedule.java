package io.talktrack.jobs.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * A CRM's exports as they come by and by: lists that are exported anew with other rows, and
 * opportunities and their history, of which a file once told holds ever more. Rows are late,
 * repeated, corrected, deleted and bad, and files broken for a while.
 */
final class CrmSchedule {
  private static final String BROKEN = "day,rain\n1,yes\n";
  private static final List<String> LISTS =
      List.of(
          "crm/account.csv",
          "crm/accounts-2026-05-31.csv",
          "crm/accounts-2026-06-30.csv",
          "crm/contact.csv",
          "crm/contacts-2026-05-31.csv",
          "crm/user.csv",
          "crm/reps-2026-05-31.csv");
  private static final List<String> NAMES = List.of("Bob Buyer", "王强", "Eve Stone");
  private static final List<String> STAGES =
      List.of("Discovery", "Proposal", "Closed Won", "Closed Lost");

  private final Random random;
  private final Map<String, List<String>> logs = new TreeMap<>();
  private final Map<String, String> copies = new TreeMap<>();

  CrmSchedule(Random random) {
    this.random = random;
    log("crm/deal.csv", opportunityHeader(), 4, no -> opportunity(no, day()));
    for (String day : List.of("2026-05-31", "2026-06-30")) {
      String path = "crm/deals-%s.csv".formatted(day);
      log(path, opportunityHeader(), 3, no -> opportunity(no, oneIn(2) ? "" : day()));
      copies.put(path.replace(".csv", " (1).csv"), path);
    }
    log(
        "crm/opportunities_2.csv",
        "opportunity_id,stage,owner_rep_id,amount,currency,snapshot_date,is_deleted",
        6,
        no ->
            "O%d,%s,%s,%d00,GBP,2026-0%d-30,%s"
                .formatted(no % 3, any(STAGES), anyRep(), no, 4 + no / 3, oneIn(6)));
    for (String path : List.of("crm/opportunity_history.csv", "crm/history-2026-06.csv")) {
      log(path, historyHeader(), 6, no -> change());
    }
  }

  /** Something happens to some of the exports. */
  void change(Map<String, String> input) {
    for (int step = 0; step < 4; step++) {
      String list = any(LISTS);
      input.put(list, oneIn(6) ? BROKEN : list(list));
      String log = any(List.copyOf(logs.keySet()));
      List<String> lines = logs.get(log);
      input.put(log, oneIn(6) ? BROKEN : text(lines, 1 + random.nextInt(lines.size())));
      String copy = any(List.copyOf(copies.keySet()));
      List<String> copied = logs.get(copies.get(copy));
      input.put(copy, text(copied, 1 + random.nextInt(copied.size())));
    }
  }

  /** What was told is told whole and readable in the end, as history keeps it. */
  void finish(Map<String, String> input) {
    logs.forEach((path, lines) -> input.put(path, text(lines, lines.size())));
    copies.forEach((path, log) -> input.computeIfPresent(path, (same, part) -> input.get(log)));
  }

  private void log(String path, String header, int rows, IntFunction<String> row) {
    List<String> lines = new ArrayList<>();
    for (int no = 0; no < rows; no++) {
      lines.add(row.apply(no));
    }

    Collections.shuffle(lines, random);
    lines.add(0, header);
    logs.put(path, lines);
  }

  private static String text(List<String> lines, int count) {
    return String.join("\n", lines.subList(0, count)) + "\n";
  }

  private static String opportunityHeader() {
    return "opportunity_id,account_id,name,owner_name,amount,currency,close_date,stage,modified_at,"
        + "is_deleted";
  }

  // an account and an owner by their names: who that is, other exports tell, maybe later
  private String opportunity(int no, String modifiedAt) {
    return "O%d,%s,Plan %d,%s,%s,%s,2026-08-%d,%s,%s,%s"
        .formatted(
            no,
            any(List.of("A1", "Acre Foods", "Birch", "")),
            no,
            any(List.of("Ann Seller", "李娜", "Ray Gone", "")),
            any(List.of("100", "250.5", "")),
            any(List.of("GBP", "CNY")),
            10 + random.nextInt(10),
            any(STAGES),
            modifiedAt,
            oneIn(5));
  }

  private static String historyHeader() {
    return "opportunity_id,changed_at,stage,amount,forecast_category,owner_rep_id,modified_at";
  }

  // a correction is written after what it corrects
  private String change() {
    return "O%d,%s,%s,%s,%s,%s,2026-07-%02dT0%d:%02d:%02dZ"
        .formatted(
            random.nextInt(4),
            oneIn(10) ? "some day" : day(),
            any(STAGES),
            any(List.of("100", "250.5", "")),
            any(List.of("pipeline", "commit")),
            any(List.of("R1", "R2")),
            1 + random.nextInt(28),
            random.nextInt(10),
            random.nextInt(60),
            random.nextInt(60));
  }

  private String list(String path) {
    StringBuilder rows = new StringBuilder();
    boolean isAccounts = path.startsWith("crm/account");
    boolean isContacts = path.startsWith("crm/contact");
    rows.append(
        isAccounts
            ? "account_id,name,domain,modified_at,is_deleted\n"
            : isContacts
                ? "contact_id,account_id,name,email,buying_role,modified_at,is_deleted\n"
                : "rep_id,name,email,team,modified_at\n");
    for (int no = 1; no <= 3; no++) {
      String modifiedAt = oneIn(4) ? "" : day();
      if (oneIn(3)) {
        rows.append(isAccounts ? "A9,,,," : isContacts ? "C9,,,,,," : "R9,,,,").append('\n');
      } else if (isAccounts) {
        rows.append(
            "A%d,%s,%s,%s,%s\n"
                .formatted(
                    no,
                    any(List.of("Acre Foods", "Birch", "华东五金")),
                    any(List.of("acre.example", "birch.example")),
                    modifiedAt,
                    oneIn(4)));
      } else if (isContacts) {
        rows.append(
            "C%d,%s,%s,b%d@acre.example,%s,%s,%s\n"
                .formatted(
                    no,
                    any(List.of("A1", "Birch")),
                    any(NAMES),
                    random.nextInt(2),
                    any(List.of("CHAMPION", "USER", "")),
                    modifiedAt,
                    oneIn(4)));
      } else {
        rows.append(
            "R%d,%s,,%s,%s\n"
                .formatted(
                    no,
                    any(List.of("Ann Seller", "李娜")),
                    any(List.of("East", "West")),
                    modifiedAt));
      }
    }
    return rows.toString();
  }

  private String anyRep() {
    return any(List.of("R1", "R2", ""));
  }

  private String day() {
    return "2026-0%d-%02dT09:00:00Z".formatted(4 + random.nextInt(3), 1 + random.nextInt(8));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private String any(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
