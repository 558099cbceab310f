package io.talktrack.forecast;

import static io.talktrack.deal.DealSamples.date;
import static io.talktrack.deal.DealSamples.hit;
import static io.talktrack.deal.DealSamples.noon;
import static io.talktrack.deal.DealSamples.objection;
import static org.assertj.core.api.Assertions.assertThat;

import io.talktrack.call.Speaker;
import io.talktrack.crm.Contact;
import io.talktrack.crm.OpportunityState;
import io.talktrack.crm.OpportunityTimeline;
import io.talktrack.deal.DealWarning;
import io.talktrack.deal.DealWarnings;
import io.talktrack.deal.LinkedCall;
import io.talktrack.deal.LinkedEmail;
import io.talktrack.deal.OpportunityFacts;
import io.talktrack.deal.WarningRules;
import io.talktrack.objection.ObjectionType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The features of a day do not change, whatever happens after it. */
class TestNoFutureInFeatures {
  private static final int CASES = 500;
  private static final int DAYS = 40;
  private static final List<Speaker> SIDES =
      List.of(Speaker.REP, Speaker.CUSTOMER, Speaker.UNKNOWN);
  private static final FeatureBuilder BUILDER =
      new FeatureBuilder(
          (from, to) -> Duration.between(from, to).toMinutes() / 60.0, Set.of("competitors"));

  /** Facts before they are folded: the day on which each became known, and the fact. */
  private record Dated<T>(int day, T fact) {}

  private record Raw(
      List<Dated<OpportunityState>> states,
      List<Dated<LinkedCall>> calls,
      List<Dated<LinkedEmail>> emails,
      List<Dated<Contact>> contacts) {
    OpportunityFacts facts() {
      return new OpportunityFacts(
          "OPP-1",
          date(1),
          OpportunityTimeline.of(plain(states)),
          plain(calls),
          plain(emails),
          plain(contacts));
    }

    private static <T> List<T> plain(List<Dated<T>> dated) {
      return dated.stream().map(Dated::fact).toList();
    }

    /** The same up to a day; after it some facts are gone, some changed, some new. */
    Raw withOtherFuture(int day, Random random) {
      return new Raw(
          otherFuture(states, day, random, at -> state(at, random)),
          otherFuture(calls, day, random, at -> call(at, random)),
          otherFuture(emails, day, random, at -> email(at, random)),
          otherFuture(contacts, day, random, at -> person(at, random)));
    }

    private static <T> List<Dated<T>> otherFuture(
        List<Dated<T>> facts, int day, Random random, IntFunction<T> made) {
      List<Dated<T>> other = new ArrayList<>();
      for (Dated<T> fact : facts) {
        if (fact.day() <= day || random.nextInt(3) == 0) {
          other.add(fact);
        } else if (random.nextBoolean()) {
          other.add(new Dated<>(fact.day(), made.apply(fact.day())));
        }
      }

      for (int i = random.nextInt(4); i > 0; i--) {
        int later = day + 1 + random.nextInt(20);
        other.add(new Dated<>(later, made.apply(later)));
      }

      Collections.shuffle(other, random);
      return other;
    }
  }

  private static <T> List<Dated<T>> some(int count, Random random, IntFunction<T> made) {
    List<Dated<T>> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int day = 1 + random.nextInt(DAYS);
      facts.add(new Dated<>(day, made.apply(day)));
    }

    return facts;
  }

  private static Raw raw(Random random) {
    Raw raw =
        new Raw(
            some(random.nextInt(8), random, day -> state(day, random)),
            some(random.nextInt(8), random, day -> call(day, random)),
            some(random.nextInt(12), random, day -> email(day, random)),
            some(random.nextInt(4), random, day -> person(day, random)));
    raw.states().add(new Dated<>(1, open(1, random)));
    return raw;
  }

  private static OpportunityState open(int day, Random random) {
    return state(day, random.nextBoolean() ? "Discovery" : "Proposal", random);
  }

  private static OpportunityState state(int day, Random random) {
    return random.nextInt(8) == 0 ? state(day, "Closed Lost", random) : open(day, random);
  }

  private static OpportunityState state(int day, String stage, Random random) {
    return new OpportunityState(
        "OPP-1",
        noon(day),
        noon(day),
        stage,
        random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(1000)),
        random.nextInt(4) == 0 ? null : random.nextInt(9) == 0 ? "EUR" : "GBP",
        random.nextInt(4) == 0 ? null : date(random.nextInt(90)),
        random.nextBoolean() ? null : "commit",
        stage.startsWith("Closed"),
        false,
        random.nextBoolean() ? null : "R0" + random.nextInt(3),
        "ACC-1",
        "s" + random.nextInt());
  }

  private static LinkedCall call(int day, Random random) {
    String id = "c" + random.nextInt();
    ObjectionType[] types = ObjectionType.values();
    return new LinkedCall(
        id,
        noon(day),
        List.of("p" + random.nextInt(4)),
        Map.of(
            "sentiment_q" + (1 + random.nextInt(4)),
            random.nextDouble(),
            "deal_sentiment_mean",
            random.nextDouble(),
            "talk_ratio_of_speech",
            random.nextDouble(),
            "next_step_set",
            (double) random.nextInt(2)),
        random.nextBoolean() ? null : random.nextDouble(),
        List.of(
            objection(
                id,
                day,
                types[random.nextInt(types.length)],
                random.nextInt(3) == 0 ? null : random.nextBoolean())),
        random.nextInt(4) == 0 ? List.of(hit("competitors", id, day, Speaker.CUSTOMER)) : List.of(),
        "v" + random.nextInt());
  }

  private static LinkedEmail email(int day, Random random) {
    Speaker side = SIDES.get(random.nextInt(SIDES.size()));
    return new LinkedEmail(
        "e" + random.nextInt(),
        "t" + random.nextInt(3),
        noon(day).plusSeconds(random.nextInt(10_000)),
        side,
        "p" + random.nextInt(4),
        random.nextInt(6) == 0,
        List.of(),
        List.of(),
        "v" + random.nextInt());
  }

  private static Contact person(int day, Random random) {
    String role = random.nextBoolean() ? "DECISION_MAKER" : random.nextBoolean() ? "USER" : null;
    String id = "C" + random.nextInt();
    return new Contact(
        id, "ACC-1", "p" + random.nextInt(4), null, null, null, role, noon(day), "v" + id);
  }

  @Test
  void anotherFutureLeavesFeaturesAndWarningsAsTheyWere() {
    int rows = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Raw raw = raw(random);
      int day = 1 + random.nextInt(DAYS);
      OpportunityFacts before = raw.facts();
      OpportunityFacts after = raw.withOtherFuture(day, random).facts();
      Optional<ForecastFeatures> features = BUILDER.asOf(date(day), ZoneOffset.UTC, before);
      rows += features.isPresent() ? 1 : 0;

      assertThat(BUILDER.asOf(date(day), ZoneOffset.UTC, after))
          .as("seed %d", seed)
          .isEqualTo(features);
      assertThat(warnings(day, after)).as("seed %d", seed).isEqualTo(warnings(day, before));
    }

    // cases without a row would prove nothing
    assertThat(rows).isGreaterThan(CASES / 2);
  }

  private static List<DealWarning> warnings(int day, OpportunityFacts facts) {
    return facts
        .asOf(date(day), ZoneOffset.UTC)
        .map(deal -> DealWarnings.of(deal, WarningRules.defaults()))
        .orElse(List.of());
  }
}
