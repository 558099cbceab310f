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
  ACCOUNTS("account_id name", "domain industry employees country modified_at is_deleted"),
  CONTACTS(
      "account_id", "contact_id name email title buying_role created_date modified_at is_deleted"),
  REPS("name", "rep_id email team manager start_date modified_at"),
  OPPORTUNITIES(
      "opportunity_id stage",
      "account_id name owner_rep_id owner_name amount currency created_date "
          + "close_date is_closed is_won loss_reason modified_at is_deleted snapshot_date"),
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

  /**
   * The kind of a file by its name: crm/accounts.csv, crm/accounts-2026-07.jsonl, or as the CRMs
   * name their exports, as OpportunityHistory.csv and hubspot-crm-exports-all-deals-2026-07-01.csv;
   * packed, with .gz behind it.
   */
  public static Optional<CrmKind> ofPath(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String stem =
        file.replaceFirst("\\.gz$", "")
            .replaceFirst("^(?:[0-9]{4}[-_.]?[0-9]{2}(?:[-_.]?[0-9]{2})?[-_. ]+)", "")
            .replaceFirst("(?:[-_. ][0-9].*|\\.[a-z]+)$", "")
            .replaceFirst("^hubspot-(?:crm-exports|custom-report)-(?:all-|my-)?", "");
    return Arrays.stream(values()).filter(kind -> kind.names().contains(stem)).findFirst();
  }

  /** What a file of this kind is called, in any case and before a day or an ending. */
  public List<String> names() {
    return switch (this) {
      case ACCOUNTS -> List.of("accounts", "account", "companies", "company");
      case CONTACTS -> List.of("contacts", "contact");
      case REPS -> List.of("reps", "rep", "users", "user", "owners", "owner");
      case OPPORTUNITIES -> List.of("opportunities", "opportunity", "deals", "deal");
      case OPPORTUNITY_HISTORY -> List.of("opportunity_history", "history", "opportunityhistory");
    };
  }

  public List<String> required() {
    return List.of(required.split(" ", -1));
  }

  public List<String> optional() {
    return List.of(optional.split(" ", -1));
  }

  List<String> fields() {
    return List.of((required + " " + optional).split(" ", -1));
  }

  /** Every field read from the column of its own name. */
  Map<String, String> ownColumns() {
    return fields().stream().collect(toUnmodifiableMap(Function.identity(), Function.identity()));
  }
}
