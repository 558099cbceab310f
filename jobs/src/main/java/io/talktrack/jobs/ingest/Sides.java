package io.talktrack.jobs.ingest;

import static java.util.stream.Collectors.toSet;

import io.talktrack.call.Participant;
import io.talktrack.call.SideHint;
import io.talktrack.call.SideHint.Kind;
import io.talktrack.call.Speaker;
import io.talktrack.jobs.ingest.Roster.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Tells whose side each voice of a call is on, and how that was told: by the strongest evidence
 * that there is.
 *
 * <p>Nobody is a rep for speaking first. Who is known neither to the CRM, nor by domain, nor by the
 * source stays unknown, except whose name is told on other calls, and the one other voice on a call
 * with a known one.
 */
final class Sides {
  /** How often a name must be told elsewhere, and how much of that on one side. */
  private static final int FEWEST_OTHER_CALLS = 2;

  private static final double SHARE_OF_OTHER_CALLS = 0.75;

  private final Roster roster;
  private final SpeakerTable table;
  private final Integer repChannel;

  /**
   * Tells sides by what a company knows.
   *
   * @param repChannel of recordings with two channels the rep's, 0 or 1; null where nobody says
   */
  Sides(Roster roster, SpeakerTable table, Integer repChannel) {
    this.roster = roster;
    this.table = table;
    this.repChannel = repChannel;
  }

  /** On how many calls a name is told to be on either side, by its pseudonym. */
  private record Habit(int rep, int customer) {
    Habit plus(Speaker side) {
      return new Habit(
          rep + (side == Speaker.REP ? 1 : 0), customer + (side == Speaker.CUSTOMER ? 1 : 0));
    }

    Speaker side() {
      int calls = rep + customer;
      int most = Math.max(rep, customer);
      boolean isClear = calls >= FEWEST_OTHER_CALLS && most >= SHARE_OF_OTHER_CALLS * calls;
      return !isClear ? Speaker.UNKNOWN : rep > customer ? Speaker.REP : Speaker.CUSTOMER;
    }
  }

  /**
   * The participants of all calls with side, person, method and confidence filled in.
   *
   * @param voices by call
   * @param keyOf a call's conversation key, as {@code speakers.csv} means it
   */
  Map<String, List<Participant>> resolve(
      Map<String, List<Participant>> voices, UnaryOperator<String> keyOf) {
    Map<String, List<Participant>> told = new HashMap<>();
    voices.forEach((call, ofCall) -> told.put(call, told(keyOf.apply(call), ofCall)));

    Map<String, Habit> habits = habits(told.values());
    Map<String, List<Participant>> resolved = new HashMap<>();
    told.forEach((call, ofCall) -> resolved.put(call, rest(ofCall, habits)));
    return resolved;
  }

  private List<Participant> told(String key, List<Participant> voices) {
    List<Participant> sure = voices.stream().map(voice -> bySureEvidence(voice, key)).toList();
    // one voice that is surely on the other side shows that this call was recorded otherwise
    boolean channelsTell = sure.stream().allMatch(this::agreesWithItsChannel);
    return sure.stream()
        .map(voice -> channelsTell && isOpen(voice) ? byChannel(voice) : voice)
        .map(voice -> isOpen(voice) ? byName(voice) : voice)
        .sorted(Comparator.comparingInt(Participant::speakerNo))
        .toList();
  }

  // a label as "Speaker 1" is somebody else on every call
  private static Map<String, Habit> habits(Collection<List<Participant>> calls) {
    Map<String, Habit> habits = new HashMap<>();
    for (List<Participant> call : calls) {
      for (Participant voice : withOnlyOther(call)) {
        if (isNamed(voice) && voice.side() != Speaker.UNKNOWN) {
          habits.merge(
              voice.labelHash(),
              new Habit(0, 0).plus(voice.side()),
              (habit, one) -> habit.plus(voice.side()));
        }
      }
    }
    return habits;
  }

  private static List<Participant> rest(List<Participant> voices, Map<String, Habit> habits) {
    List<Participant> told = new ArrayList<>();
    for (Participant voice : voices) {
      Habit habit = isNamed(voice) ? habits.get(voice.labelHash()) : null;
      boolean isTold = isOpen(voice) && habit != null && habit.side() != Speaker.UNKNOWN;
      told.add(isTold ? voice.told(habit.side(), voice.labelHash(), "OTHER_CALLS", 0.7) : voice);
    }
    return withOnlyOther(told);
  }

  /** With the one open voice beside known ones told: the customer's, or of two voices the rep's. */
  private static List<Participant> withOnlyOther(List<Participant> voices) {
    Set<Speaker> known = voices.stream().map(Participant::side).collect(toSet());
    boolean isOneOpen = voices.stream().filter(Sides::isOpen).count() == 1;
    boolean isCustomer = known.contains(Speaker.REP) && !known.contains(Speaker.CUSTOMER);
    boolean isRep =
        voices.size() == 2 && known.contains(Speaker.CUSTOMER) && !known.contains(Speaker.REP);
    if (!isOneOpen || !(isCustomer || isRep)) {
      return voices;
    }
    Speaker side = isCustomer ? Speaker.CUSTOMER : Speaker.REP;
    double confidence = isCustomer ? 0.8 : 0.6;
    return voices.stream()
        .map(
            voice ->
                isOpen(voice)
                    ? voice.told(side, voice.labelHash(), "ONLY_OTHER_SIDE", confidence)
                    : voice)
        .toList();
  }

  private static boolean isOpen(Participant voice) {
    return "NONE".equals(voice.method());
  }

  private static boolean isNamed(Participant voice) {
    return voice.labelHash() != null && values(voice, Kind.NAMED).findAny().isPresent();
  }

  private Participant bySureEvidence(Participant voice, String key) {
    String label = voice.labelHash();
    SpeakerTable.Decision decision = table.decision(key, label);
    if (decision != null) {
      String person =
          decision.personId() == null ? known(voice, decision.side()) : decision.personId();
      return voice.told(decision.side(), person, "OVERRIDE", 1);
    }
    List<Speaker> stated = values(voice, Kind.STATED).map(Speaker::valueOf).toList();
    if (!stated.isEmpty()) {
      return voice.told(stated.get(0), known(voice, stated.get(0)), "SOURCE", 1);
    }
    Person addressed = single(values(voice, Kind.MAILBOX).map(roster::at));
    if (addressed != null) {
      return voice.told(addressed.side(), addressed.personId(), "ADDRESS", 0.98);
    }
    Person named = roster.named(label);
    if (named != null) {
      String method = named.side() == Speaker.REP ? "REP_NAME" : "CONTACT_NAME";
      return voice.told(named.side(), named.personId(), method, 0.95);
    }
    Speaker domain = single(values(voice, Kind.DOMAIN).map(roster::domain));
    if (domain != null) {
      return voice.told(domain, mailboxOr(voice), "DOMAIN", 0.9);
    }
    Speaker company = single(values(voice, Kind.COMPANY).map(roster::company));
    if (company != null) {
      return voice.told(company, label, "COMPANY", 0.85);
    }
    return voice.told(Speaker.UNKNOWN, label, "NONE", 0);
  }

  private boolean agreesWithItsChannel(Participant voice) {
    Speaker side = sideOfChannel(voice);
    return side == Speaker.UNKNOWN || voice.side() == Speaker.UNKNOWN || voice.side() == side;
  }

  private Participant byChannel(Participant voice) {
    Speaker side = sideOfChannel(voice);
    if (side == Speaker.UNKNOWN) {
      return voice;
    }
    Person introduced = single(values(voice, Kind.SAID_NAME).map(roster::called));
    String person =
        introduced != null && introduced.side() == side
            ? introduced.personId()
            : known(voice, side);
    return voice.told(side, person, "CHANNEL", 0.8);
  }

  private Speaker sideOfChannel(Participant voice) {
    return repChannel == null
        ? Speaker.UNKNOWN
        : values(voice, Kind.CHANNEL)
            .findFirst()
            .map(place -> place.equals(repChannel.toString()) ? Speaker.REP : Speaker.CUSTOMER)
            .orElse(Speaker.UNKNOWN);
  }

  private Participant byName(Participant voice) {
    Person called = roster.called(voice.labelHash());
    if (called != null) {
      return voice.told(called.side(), called.personId(), "GIVEN_NAME", 0.75);
    }
    return introduced(voice);
  }

  /** By the name and company that the voice says are its own, where they do not contradict. */
  private Participant introduced(Participant voice) {
    String label = voice.labelHash();
    Person person = single(values(voice, Kind.SAID_NAME).map(roster::called));
    Speaker side =
        single(
            Stream.concat(
                values(voice, Kind.SAID_NAME).map(roster::called).map(Sides::sideOf),
                values(voice, Kind.SAID_COMPANY).map(roster::company)));
    if (side == null) {
      return voice.told(Speaker.UNKNOWN, label, "NONE", 0);
    }
    return voice.told(side, person == null ? label : person.personId(), "INTRODUCTION", 0.65);
  }

  private static Speaker sideOf(Person person) {
    return person == null ? null : person.side();
  }

  /** The person on that side whom label or address name, else the label's pseudonym. */
  private String known(Participant voice, Speaker side) {
    return Stream.concat(
            values(voice, Kind.MAILBOX).map(roster::at),
            Stream.of(roster.called(voice.labelHash())).filter(person -> person != null))
        .filter(person -> person != null && person.side() == side)
        .map(Person::personId)
        .findFirst()
        .orElse(voice.labelHash());
  }

  private static String mailboxOr(Participant voice) {
    return values(voice, Kind.MAILBOX).findFirst().orElse(voice.labelHash());
  }

  private static Stream<String> values(Participant voice, Kind kind) {
    return voice.hints().stream().filter(hint -> hint.kind() == kind).map(SideHint::value);
  }

  /** The one value that is found; null for none, and for two that differ. */
  private static <T> T single(Stream<T> found) {
    List<T> distinct = found.filter(value -> value != null).distinct().toList();
    return distinct.size() == 1 ? distinct.get(0) : null;
  }
}
