package io.talktrack.crm;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What exports read before tell about those that follow: who is called what, and of which account
 * and in which currency an opportunity is.
 */
public record KnownRows(
    Map<String, String> repIdByNameHash,
    Map<String, String> accountIdByOpportunity,
    Map<String, String> currencyByOpportunity,
    Map<String, String> accountIdByName) {
  /** Nothing was read before. */
  public static final KnownRows NONE = new KnownRows(Map.of(), Map.of(), Map.of(), Map.of());

  public KnownRows {
    repIdByNameHash = Map.copyOf(repIdByNameHash);
    accountIdByOpportunity = Map.copyOf(accountIdByOpportunity);
    currencyByOpportunity = Map.copyOf(currencyByOpportunity);
    accountIdByName = Map.copyOf(accountIdByName);
  }

  /**
   * Two reps of one name cannot be told apart by it, so the name then stands for neither.
   *
   * @param opportunities of one told of twice the later that names an account or a currency counts
   */
  public static KnownRows of(Collection<Rep> reps, Collection<Opportunity> opportunities) {
    Map<String, String> repIds = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Rep rep : reps) {
      String other = repIds.put(rep.nameHash(), rep.repId());
      if (other != null && !other.equals(rep.repId())) {
        ambiguous.add(rep.nameHash());
      }
    }

    repIds.keySet().removeAll(ambiguous);
    return new KnownRows(
        repIds,
        told(opportunities, Opportunity::accountId),
        told(opportunities, Opportunity::currency),
        Map.of());
  }

  private static Map<String, String> told(
      Collection<Opportunity> opportunities, Function<Opportunity, String> field) {
    return opportunities.stream()
        .filter(row -> field.apply(row) != null)
        .collect(toMap(Opportunity::opportunityId, field, (first, second) -> second));
  }

  /** The same with the accounts that others may name; a name of two accounts stands for neither. */
  public KnownRows withAccounts(Collection<Account> accounts) {
    Map<String, String> ids = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Account account : accounts) {
      String name = account.name().toLowerCase(Locale.ROOT);
      String other = ids.put(name, account.accountId());
      if (other != null && !other.equals(account.accountId())) {
        ambiguous.add(name);
      }
    }

    ids.keySet().removeAll(ambiguous);
    return new KnownRows(repIdByNameHash, accountIdByOpportunity, currencyByOpportunity, ids);
  }
}
