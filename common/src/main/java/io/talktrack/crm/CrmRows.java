package io.talktrack.crm;

import static java.util.Objects.requireNonNullElse;

import io.talktrack.crm.MappedRecord.Closing;
import io.talktrack.identity.ContentHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** Makes the field's rows out of an export's records. */
final class CrmRows {
  private final PersonIds personIds;

  CrmRows(PersonIds personIds) {
    this.personIds = personIds;
  }

  Keyed<Account> account(MappedRecord from) throws UnusableRecord {
    String id = from.required("account_id");
    String name = from.required("name");
    String domain = from.text("domain").map(CrmRows::bareDomain).orElse(null);
    String industry = from.textOrNull("industry");
    Integer employees = from.countOrNull("employees");
    String country = from.textOrNull("country");
    Instant modifiedAt = from.instantOrNull("modified_at");
    Instant knownAt = firstKnown(from, modifiedAt);
    String version = ContentHash.of(id, name, domain, industry, employees, country, knownAt);
    Account account = new Account(id, name, domain, industry, employees, country, knownAt, version);
    return unlessDeleted(new Keyed<>(id, modifiedAt, account), from, knownAt);
  }

  Keyed<Contact> contact(MappedRecord from, KnownRows known) throws UnusableRecord {
    String accountId = accountId(from.required("account_id"), known);
    String name = from.textOrNull("name");
    String personId = personId(from);
    String nameHash = name == null ? null : personIds.ofName(name);
    String id = from.text("contact_id").orElse(personId);
    String title = from.textOrNull("title");
    String role = from.buyingRoleOrNull();
    Instant createdAt = from.instantOrNull("created_date");
    Instant modifiedAt = from.instantOrNull("modified_at");
    Instant knownAt = firstKnown(from, createdAt, modifiedAt);
    String version = ContentHash.of(id, accountId, personId, nameHash, name, title, role, knownAt);
    Contact contact =
        new Contact(id, accountId, personId, nameHash, name, title, role, knownAt, version);
    return unlessDeleted(new Keyed<>(id, modifiedAt, contact), from, knownAt);
  }

  Keyed<Rep> rep(MappedRecord from) throws UnusableRecord {
    String name = from.required("name");
    String personId = personId(from);
    String nameHash = personIds.ofName(name);
    if (nameHash == null) {
      throw new UnusableRecord("name names nobody");
    }
    String id = from.text("rep_id").orElse(nameHash);
    String team = from.textOrNull("team");
    String manager = from.textOrNull("manager");
    LocalDate startDate = from.dateOrNull("start_date");
    String version = ContentHash.of(id, personId, nameHash, name, team, manager, startDate);
    return new Keyed<>(
        id,
        from.instantOrNull("modified_at"),
        new Rep(id, personId, nameHash, name, team, manager, startDate, version));
  }

  Keyed<Opportunity> opportunity(MappedRecord from, KnownRows known) throws UnusableRecord {
    String id = from.required("opportunity_id");
    String accountId = accountId(from.textOrNull("account_id"), known);
    String name = from.textOrNull("name");
    String owner = ownerOrNull(from, known);
    String currency = from.currencyOr(null);
    Long amountMinor = from.amountMinorOrNull(currency);
    LocalDate createdDate = from.dateOrNull("created_date");
    LocalDate closeDate = from.dateOrNull("close_date");
    String stage = from.required("stage");
    Closing closing = from.closing();
    String lossReason = from.textOrNull("loss_reason");
    Instant modifiedAt = from.instantOrNull("modified_at");
    boolean isSnapshot = from.text("snapshot_date").isPresent();
    Instant snapshotAt = from.snapshotAtOrNull();
    // one of several rows of an opportunity was seen when its snapshot was taken
    Instant knownAt = isSnapshot || modifiedAt == null ? snapshotAt : modifiedAt;
    if (knownAt == null) {
      throw new UnusableRecord("modified_at is empty and the mapping has no snapshot date");
    }

    String version =
        ContentHash.of(
            id,
            accountId,
            name,
            owner,
            amountMinor,
            currency,
            createdDate,
            closeDate,
            stage,
            closing.isClosed(),
            closing.isWon(),
            lossReason,
            knownAt);
    Opportunity opportunity =
        new Opportunity(
            id,
            accountId,
            name,
            owner,
            amountMinor,
            currency,
            createdDate,
            closeDate,
            stage,
            closing.isClosed(),
            closing.isWon(),
            lossReason,
            knownAt,
            version);
    String key = isSnapshot ? id + " " + snapshotAt : id;
    return unlessDeleted(new Keyed<>(key, modifiedAt, opportunity), from, knownAt);
  }

  Keyed<OpportunityState> state(MappedRecord from, KnownRows known) throws UnusableRecord {
    String id = from.required("opportunity_id");
    from.required("changed_at");
    Instant knownAt = from.instantOrNull("changed_at");
    Instant recordedAt = requireNonNullElse(from.instantOrNull("modified_at"), knownAt);
    String accountId = from.text("account_id").orElse(known.accountIdByOpportunity().get(id));
    String owner = ownerOrNull(from, known);
    String currency = from.currencyOr(known.currencyByOpportunity().get(id));
    Long amountMinor = from.amountMinorOrNull(currency);
    LocalDate closeDate = from.dateOrNull("close_date");
    String stage = from.required("stage");
    String category = from.textOrNull("forecast_category");
    Closing closing = from.closing();
    String version =
        ContentHash.of(
            id,
            knownAt,
            recordedAt,
            stage,
            amountMinor,
            currency,
            closeDate,
            category,
            closing.isClosed(),
            closing.isWon(),
            owner,
            accountId);
    return new Keyed<>(
        id + " " + knownAt,
        recordedAt,
        new OpportunityState(
            id,
            knownAt,
            recordedAt,
            stage,
            amountMinor,
            currency,
            closeDate,
            category,
            closing.isClosed(),
            closing.isWon(),
            owner,
            accountId,
            version));
  }

  private String personId(MappedRecord from) throws UnusableRecord {
    return from.text("email")
        .map(email -> personIds.ofMailbox(email.toLowerCase(Locale.ROOT)))
        .or(() -> from.text("name").map(personIds::ofName))
        .orElseThrow(() -> new UnusableRecord("name and email are empty"));
  }

  /** A rep whom no export lists by id is known by the pseudonym of the name, as in {@link #rep}. */
  private String ownerOrNull(MappedRecord from, KnownRows known) {
    return from.text("owner_rep_id")
        .or(
            () ->
                from.text("owner_name")
                    .map(personIds::ofName)
                    .map(hash -> known.repIdByNameHash().getOrDefault(hash, hash)))
        .orElse(null);
  }

  private static Instant firstKnown(MappedRecord from, Instant... instants) throws UnusableRecord {
    Instant snapshotAt = from.snapshotAtOrNull();
    return Arrays.stream(instants).filter(Objects::nonNull).findFirst().orElse(snapshotAt);
  }

  private static <T> Keyed<T> unlessDeleted(Keyed<T> row, MappedRecord from, Instant knownAt)
      throws UnusableRecord {
    return from.flag("is_deleted").orElse(false) ? row.deleted(knownAt) : row;
  }

  /** An account by its id, or by its name where that is all the export has. */
  private static String accountId(String text, KnownRows known) {
    if (text == null) {
      return null;
    }

    String first = text.split(";", 2)[0].strip();
    return known.accountIdByName().getOrDefault(first.toLowerCase(Locale.ROOT), first);
  }

  private static String bareDomain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("/.*$", "");
  }
}
