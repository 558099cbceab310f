package io.talktrack.crm;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What an export lists, and the fields that such a list can have. */
public enum CrmKind {
  ACCOUNTS("account_id name", "domain industry employees country modified_at"),
  CONTACTS("account_id", "contact_id name email title buying_role created_date modified_at"),
  REPS("name", "rep_id email team manager start_date modified_at"),
  OPPORTUNITIES(
      "opportunity_id stage",
      "account_id name owner_rep_id owner_name amount currency created_date "
          + "close_date is_closed is_won loss_reason modified_at"),
  OPPORTUNITY_HISTORY(
      "opportunity_id changed_at stage",
      "account_id owner_rep_id owner_name amount currency close_date "
          + "forecast_category is_closed is_won modified_at");

  private final String required;
  private final String optional;

  CrmKind(String required, String optional) {
    this.required = required;
    this.optional = optional;
  }

  /** The kind's name in settings, which is also its table's. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a file with an own name, as in crm/accounts.csv or crm/accounts-2026-07.jsonl. */
  public static Optional<CrmKind> ofPath(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String stem = file.replaceFirst("(?:[-_.][0-9].*|\\.[a-z]+)$", "");
    return Arrays.stream(values())
        .filter(kind -> stem.equals(kind.tableName()) || stem.equals(kind.shortName()))
        .findFirst();
  }

  private String shortName() {
    return this == OPPORTUNITY_HISTORY ? "history" : tableName();
  }

  List<String> required() {
    return List.of(required.split(" ", -1));
  }

  List<String> fields() {
    return List.of((required + " " + optional).split(" ", -1));
  }

  /** Every field read from the column of its own name. */
  Map<String, String> ownColumns() {
    return fields().stream().collect(toUnmodifiableMap(Function.identity(), Function.identity()));
  }
}
