package io.talktrack.crm;

import static java.util.stream.Collectors.joining;

import io.talktrack.crm.SourceTable.Cells;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One record of an export seen through the mapping: our fields, typed. */
final class MappedRecord {
  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "否");

  private final Cells cells;
  private final ColumnMatch columns;
  private final CrmMapping mapping;
  private final CrmDates dates;
  private final Instant exportedAt;

  /**
   * @param exportedAt when the export was taken, null where neither its name nor the mapping says
   */
  MappedRecord(
      Cells cells, ColumnMatch columns, CrmMapping mapping, CrmDates dates, Instant exportedAt) {
    this.cells = cells;
    this.columns = columns;
    this.mapping = mapping;
    this.dates = dates;
    this.exportedAt = exportedAt;
  }

  Optional<String> text(String field) {
    return columns.columnsByField().getOrDefault(field, List.of()).stream()
        .map(this::joined)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private String joined(List<String> columns) {
    return columns.stream()
        .map(cells.byColumn()::get)
        .filter(value -> value != null)
        .collect(joining(" "));
  }

  /** When the row's export was taken; null where nobody says. */
  Instant snapshotAtOrNull() throws UnusableRecord {
    return text("snapshot_date").isPresent() ? instantOrNull("snapshot_date") : exportedAt;
  }

  String required(String field) throws UnusableRecord {
    return text(field).orElseThrow(() -> new UnusableRecord(field + " is empty"));
  }

  String textOrNull(String field) {
    return text(field).orElse(null);
  }

  LocalDate dateOrNull(String field) throws UnusableRecord {
    String text = textOrNull(field);
    return text == null ? null : dates.date(field, text);
  }

  Instant instantOrNull(String field) throws UnusableRecord {
    String text = textOrNull(field);
    return text == null ? null : dates.instant(field, text);
  }

  Integer countOrNull(String field) throws UnusableRecord {
    String text = textOrNull(field);
    if (text == null) {
      return null;
    }

    BigDecimal number = mapping.decimalStyle().parse(field, text);
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      throw new UnusableRecord(field + " is not a whole number");
    }
  }

  Optional<Boolean> flag(String field) throws UnusableRecord {
    String text = text(field).orElse("").toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return Optional.empty();
    }

    if (!YES.contains(text) && !NO.contains(text)) {
      throw new UnusableRecord(field + " is neither yes nor no");
    }

    return Optional.of(YES.contains(text));
  }

  /** The record's currency, else the one known from elsewhere, else the mapping's. */
  String currencyOr(String known) throws UnusableRecord {
    String code = text("currency").map(text -> text.toUpperCase(Locale.ROOT)).orElse(known);
    String currency = code == null ? mapping.defaultCurrency() : code;
    if (currency != null) {
      MinorUnits.currency(currency);
    }

    return currency;
  }

  Long amountMinorOrNull(String currency) throws UnusableRecord {
    String text = textOrNull("amount");
    if (text == null) {
      return null;
    }

    if (currency == null) {
      throw new UnusableRecord("amount has no currency: map a column or set a default currency");
    }

    return MinorUnits.of("amount", text, currency, mapping.decimalStyle());
  }

  String buyingRoleOrNull() throws UnusableRecord {
    String text = textOrNull("buying_role");
    if (text == null) {
      return null;
    }

    String role =
        mapping
            .buyingRoles()
            .getOrDefault(
                text.toLowerCase(Locale.ROOT),
                text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_'));
    if (!CrmMapping.BUYING_ROLES.contains(role)) {
      throw new UnusableRecord("buying_role is none of ours: add it to the mapping's buying roles");
    }

    return role;
  }

  /** Whether the deal is over, by its own columns where it has them, else by its stage. */
  Closing closing() throws UnusableRecord {
    String stage = required("stage");
    boolean isWon = flag("is_won").orElse(mapping.meansWon(stage));
    boolean isClosed = flag("is_closed").orElse(isWon || mapping.meansLost(stage));
    if (isWon && !isClosed) {
      throw new UnusableRecord("is_won says won, is_closed says open");
    }

    return new Closing(isClosed, isWon);
  }

  /** Whether and how a deal ended. */
  record Closing(boolean isClosed, boolean isWon) {}
}
