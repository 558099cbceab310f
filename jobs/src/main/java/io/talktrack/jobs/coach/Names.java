package io.talktrack.jobs.coach;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.talktrack.call.CallLink;
import io.talktrack.call.Speaker;
import io.talktrack.coaching.Insight;
import io.talktrack.coaching.InsightText;
import io.talktrack.crm.Account;
import io.talktrack.crm.Opportunity;
import io.talktrack.objection.ObjectionType;
import io.talktrack.playbook.Criterion;
import io.talktrack.tracker.Tracker;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people, accounts, deals, criteria and trackers are called in a report of one language. */
final class Names {
  private static final Map<String, Map<Speaker, String>> SPEAKERS =
      Map.of(
          "en",
          Map.of(Speaker.REP, "Rep", Speaker.CUSTOMER, "Customer", Speaker.UNKNOWN, "Speaker"),
          "zh",
          Map.of(Speaker.REP, "销售", Speaker.CUSTOMER, "客户", Speaker.UNKNOWN, "发言人"));

  private static final Map<String, String> ESTIMATES =
      Map.of("en", "%d of %d are estimates", "zh", "%2$d 通中有 %1$d 通为估计值");

  private final String language;
  private final Reps reps;
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> accounts;
  private final Map<String, String> opportunities;
  private final Map<String, Criterion> criteria;
  private final List<String> criterionOrder;
  private final Map<String, Tracker> trackers;

  Names(ReportInput input, ReportSettings settings) {
    this.language = settings.languageCode();
    this.reps =
        Reps.of(
            input.reps(),
            Stream.concat(
                    input.links().stream().map(CallLink::repId),
                    input.insights().stream().map(Insight::repId))
                .filter(Objects::nonNull)
                .toList());
    input.contacts().stream()
        .filter(contact -> contact.name() != null)
        .forEach(contact -> people.put(contact.personId(), contact.name()));
    input.reps().forEach(rep -> people.put(rep.personId(), rep.name()));
    this.accounts = byId(input.accounts(), Account::accountId, Account::name);
    this.opportunities = byId(input.opportunities(), Opportunity::opportunityId, Opportunity::name);
    this.criteria =
        settings.playbook().criteria().stream().collect(toMap(Criterion::id, identity()));
    this.criterionOrder = settings.playbook().criteria().stream().map(Criterion::id).toList();
    this.trackers = settings.trackers().trackers().stream().collect(toMap(Tracker::id, identity()));
  }

  String language() {
    return language;
  }

  Reps reps() {
    return reps;
  }

  /** The name of a rep or contact, null where the CRM has none. */
  String person(String personId) {
    return personId == null ? null : people.get(personId);
  }

  /** What stands for a speaker whose name is not known. */
  String speaker(Speaker side, int number) {
    return "%s %d".formatted(SPEAKERS.get(language).get(side), number);
  }

  /** Says of a mean that some of its calls could not be measured. */
  String estimates(int estimated, int calls) {
    return ESTIMATES.get(language).formatted(estimated, calls);
  }

  /** Null for null; an id that the CRM has no name for is its own. */
  String account(String accountId) {
    return accountId == null ? null : accounts.getOrDefault(accountId, accountId);
  }

  /** Null for null; an id that the CRM has no name for is its own. */
  String opportunity(String opportunityId) {
    return opportunityId == null ? null : opportunities.getOrDefault(opportunityId, opportunityId);
  }

  String objection(ObjectionType type) {
    return InsightText.objection(type, language);
  }

  /** What a criterion asks of the rep, null where the playbook has it no more. */
  String instruction(String criterion) {
    return criteria.containsKey(criterion)
        ? inLanguage(criteria.get(criterion).instruction())
        : null;
  }

  /** Where a criterion stands in the playbook; what it has no more comes last. */
  int place(String criterion) {
    int place = criterionOrder.indexOf(criterion);
    return place < 0 ? criterionOrder.size() : place;
  }

  String tracker(String id) {
    String title = trackers.containsKey(id) ? inLanguage(trackers.get(id).title()) : null;
    return title == null ? id : title;
  }

  private String inLanguage(SortedMap<String, String> texts) {
    return texts.containsKey(language) || texts.isEmpty()
        ? texts.get(language)
        : texts.get(texts.firstKey());
  }

  private static <T> Map<String, String> byId(
      Collection<T> rows, Function<T, String> id, Function<T, String> name) {
    Map<String, String> names = new HashMap<>();
    rows.stream()
        .filter(row -> name.apply(row) != null)
        .forEach(row -> names.put(id.apply(row), name.apply(row)));
    return names;
  }
}
