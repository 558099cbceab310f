package io.talktrack.email;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import io.talktrack.identity.ContentHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts mails into threads: by References and In-Reply-To, then by subject where two mails share at
 * least two people within 30 days of one another.
 *
 * <p>Two people, not one: a rep's mails of one subject to ten customers are ten threads.
 */
public final class Threads {
  private static final Duration LONGEST_PAUSE = Duration.ofDays(30);

  /** A mail to more people than this is an announcement, which joins threads only by reference. */
  private static final int MOST_PARTICIPANTS = 40;

  private static final Comparator<Head> OLDEST =
      comparing(Head::sentAt, nullsLast(naturalOrder()))
          .thenComparing(Head::messageId, nullsLast(naturalOrder()))
          .thenComparing(Head::subject)
          .thenComparing(head -> String.join(" ", head.participants()));

  private final List<Head> heads;
  private final int[] parents;

  private Threads(List<Head> heads) {
    this.heads = heads;
    this.parents = new int[heads.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
  }

  /**
   * What threading needs of a mail.
   *
   * @param messageId null where the mail has none
   * @param inReplyTo null where it answers none
   * @param participants mailboxes or pseudonyms of author and recipients
   * @param sentAt null where unknown
   */
  public record Head(
      String messageId,
      List<String> references,
      String inReplyTo,
      String subject,
      Set<String> participants,
      Instant sentAt) {
    public Head {
      references = List.copyOf(references);
      requireNonNull(subject, "subject is null");
      // sorted, so that what is derived from it is the same in every JVM
      participants = Collections.unmodifiableSortedSet(new TreeSet<>(participants));
    }
  }

  /**
   * One key per head, at the same place: equal keys are one thread. The key follows from the
   * thread's oldest mail, so the order of the heads does not matter.
   */
  public static List<String> keys(List<Head> heads) {
    Threads threads = new Threads(heads);
    threads.joinByReference();
    threads.joinBySubject();
    return threads.keys();
  }

  private void joinByReference() {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      for (String id : head.references()) {
        joinAt(seen, id, i);
      }

      joinAt(seen, head.inReplyTo(), i);
      joinAt(seen, head.messageId(), i);
    }
  }

  private void joinBySubject() {
    List<Integer> oldestFirst = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      if (heads.get(i).sentAt() != null
          && heads.get(i).participants().size() <= MOST_PARTICIPANTS) {
        oldestFirst.add(i);
      }
    }

    oldestFirst.sort(comparing(heads::get, OLDEST));
    Map<Talk, Integer> latest = new HashMap<>();
    for (int i : oldestFirst) {
      String subject = Subjects.normalised(heads.get(i).subject());
      if (subject.isEmpty()) {
        continue;
      }

      List<String> people = List.copyOf(heads.get(i).participants());
      for (int a = 0; a < people.size(); a++) {
        for (int b = a + 1; b < people.size(); b++) {
          Integer before = latest.put(new Talk(subject, people.get(a), people.get(b)), i);
          if (before != null && isSoonAfter(before, i)) {
            join(before, i);
          }
        }
      }
    }
  }

  private boolean isSoonAfter(int before, int after) {
    Duration pause = Duration.between(heads.get(before).sentAt(), heads.get(after).sentAt());
    return pause.compareTo(LONGEST_PAUSE) <= 0;
  }

  private List<String> keys() {
    Map<Integer, Head> oldest = new HashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      oldest.merge(root(i), heads.get(i), (a, b) -> OLDEST.compare(a, b) <= 0 ? a : b);
    }

    List<String> keys = new ArrayList<>(heads.size());
    for (int i = 0; i < heads.size(); i++) {
      keys.add(key(oldest.get(root(i))));
    }

    return keys;
  }

  private void joinAt(Map<String, Integer> seen, String id, int head) {
    if (id != null && !id.isBlank()) {
      Integer other = seen.putIfAbsent(id, head);
      if (other != null) {
        join(other, head);
      }
    }
  }

  private void join(int a, int b) {
    parents[root(a)] = root(b);
  }

  private int root(int head) {
    int root = head;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }

    return root;
  }

  private static String key(Head oldest) {
    String hash =
        oldest.messageId() != null
            ? ContentHash.of(oldest.messageId())
            : ContentHash.of(oldest.sentAt(), oldest.subject(), oldest.participants());
    return "t_" + hash.substring(0, 24);
  }

  private record Talk(String subject, String person, String other) {}
}
