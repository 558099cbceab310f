package io.talktrack.crm;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a CRM's exports are written.
 *
 * @param columns per kind: our field to the source's column, or to several joined by "|" of which
 *     the first that is filled counts; a kind that is not here has those of the preset
 * @param datePatterns tried in their order before ISO 8601
 * @param defaultCurrency of amounts without a currency, null for none
 * @param wonStages stages that mean won, in lower case
 * @param lostStages stages that mean lost, in lower case
 * @param buyingRoles the source's word for a contact's role, in lower case, to ours
 * @param snapshotDate when the export was taken: what undated records are known since; null where
 *     nobody says; a date in the file's name or in the row comes before it
 * @param preset whose column names the kinds have that are not in {@code columns}
 * @param exports what a record means that a later export leaves out
 */
public record CrmMapping(
    Map<CrmKind, Map<String, String>> columns,
    List<String> datePatterns,
    DecimalStyle decimalStyle,
    String defaultCurrency,
    Set<String> wonStages,
    Set<String> lostStages,
    Map<String, String> buyingRoles,
    LocalDate snapshotDate,
    CrmPreset preset,
    CrmExports exports) {
  static final Set<String> BUYING_ROLES =
      Set.of("DECISION_MAKER", "CHAMPION", "INFLUENCER", "USER", "PROCUREMENT", "BLOCKER");

  public CrmMapping {
    requireNonNull(decimalStyle, "decimalStyle is null");
    requireNonNull(preset, "preset is null");
    requireNonNull(exports, "exports is null");
    columns.forEach(CrmMapping::check);
    columns = Map.copyOf(columns);
    datePatterns = List.copyOf(datePatterns);
    datePatterns.forEach(CrmDates::check);
    wonStages = lowerCase(wonStages);
    lostStages = lowerCase(lostStages);
    if (defaultCurrency != null) {
      Currency.getInstance(defaultCurrency);
    }

    buyingRoles.values().forEach(CrmMapping::checkRole);
    buyingRoles =
        buyingRoles.entrySet().stream()
            .collect(
                toUnmodifiableMap(
                    role -> role.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
  }

  /** Exports with our own column names, ISO dates and a currency column. */
  public static CrmMapping own() {
    return new CrmMapping(
        Map.of(),
        List.of(),
        DecimalStyle.POINT,
        null,
        Set.of("closed won", "won", "赢单"),
        Set.of("closed lost", "lost", "输单"),
        Map.of(),
        null,
        CrmPreset.OWN,
        CrmExports.PARTIAL);
  }

  /** This mapping with the columns of one kind: our field to the source's column. */
  public CrmMapping withColumns(CrmKind kind, Map<String, String> fieldColumns) {
    EnumMap<CrmKind, Map<String, String>> changed = new EnumMap<>(CrmKind.class);
    changed.putAll(columns);
    changed.put(kind, Map.copyOf(fieldColumns));
    return new CrmMapping(
        changed,
        datePatterns,
        decimalStyle,
        defaultCurrency,
        wonStages,
        lostStages,
        buyingRoles,
        snapshotDate,
        preset,
        exports);
  }

  public CrmMapping withDatePatterns(List<String> patterns) {
    return new CrmMapping(
        columns,
        patterns,
        decimalStyle,
        defaultCurrency,
        wonStages,
        lostStages,
        buyingRoles,
        snapshotDate,
        preset,
        exports);
  }

  public CrmMapping withAmounts(DecimalStyle style, String currency) {
    return new CrmMapping(
        columns,
        datePatterns,
        style,
        currency,
        wonStages,
        lostStages,
        buyingRoles,
        snapshotDate,
        preset,
        exports);
  }

  public CrmMapping withStages(Set<String> won, Set<String> lost) {
    return new CrmMapping(
        columns,
        datePatterns,
        decimalStyle,
        defaultCurrency,
        won,
        lost,
        buyingRoles,
        snapshotDate,
        preset,
        exports);
  }

  public CrmMapping withBuyingRoles(Map<String, String> roles) {
    return new CrmMapping(
        columns,
        datePatterns,
        decimalStyle,
        defaultCurrency,
        wonStages,
        lostStages,
        roles,
        snapshotDate,
        preset,
        exports);
  }

  public CrmMapping withSnapshotDate(LocalDate date) {
    return new CrmMapping(
        columns,
        datePatterns,
        decimalStyle,
        defaultCurrency,
        wonStages,
        lostStages,
        buyingRoles,
        date,
        preset,
        exports);
  }

  public CrmMapping withPreset(CrmPreset columnNames) {
    return new CrmMapping(
        columns,
        datePatterns,
        decimalStyle,
        defaultCurrency,
        wonStages,
        lostStages,
        buyingRoles,
        snapshotDate,
        columnNames,
        exports);
  }

  public CrmMapping withExports(CrmExports meaning) {
    return new CrmMapping(
        columns,
        datePatterns,
        decimalStyle,
        defaultCurrency,
        wonStages,
        lostStages,
        buyingRoles,
        snapshotDate,
        preset,
        meaning);
  }

  /** Our field to the source's columns. */
  Map<String, String> fieldColumns(CrmKind kind) {
    return columns.containsKey(kind) ? columns.get(kind) : preset.columns(kind);
  }

  boolean meansWon(String stage) {
    return wonStages.contains(bareStage(stage));
  }

  boolean meansLost(String stage) {
    return lostStages.contains(bareStage(stage));
  }

  // HubSpot writes the pipeline behind the stage, and its API the stage as one word
  private String bareStage(String stage) {
    String lower = stage.toLowerCase(Locale.ROOT);
    return preset == CrmPreset.HUBSPOT
        ? lower.replaceFirst(" \\([^()]*\\)$", "").replaceFirst("^closed(won|lost)$", "closed $1")
        : lower;
  }

  private static Set<String> lowerCase(Collection<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(toUnmodifiableSet());
  }

  private static void check(CrmKind kind, Map<String, String> fieldColumns) {
    List<String> problems = new ArrayList<>();
    fieldColumns.keySet().stream()
        .filter(field -> !kind.fields().contains(field))
        .sorted()
        .forEach(
            field ->
                problems.add(
                    "There is no field '%s'.%s"
                        .formatted(field, Spelling.didYouMean(field, kind.fields()))));
    kind.required().stream()
        .filter(field -> !fieldColumns.containsKey(field))
        .forEach(field -> problems.add("The field '%s' has no column.".formatted(field)));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().collect(joining(" ", "Cannot map " + kind.tableName() + ". ", " "))
              + "Its fields are "
              + String.join(", ", kind.fields()));
    }
  }

  private static void checkRole(String role) {
    if (!BUYING_ROLES.contains(role)) {
      throw new IllegalArgumentException(
          "Cannot map a buying role to '%s': it is none of %s"
              .formatted(role, BUYING_ROLES.stream().sorted().collect(joining(", "))));
    }
  }
}
