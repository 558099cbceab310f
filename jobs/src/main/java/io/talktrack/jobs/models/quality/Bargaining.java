package io.talktrack.jobs.models.quality;

import static java.util.stream.Collectors.averagingDouble;

import io.talktrack.inbox.Bargains;
import io.talktrack.inbox.Bargains.Bargain;
import io.talktrack.inbox.Bargains.Message;
import io.talktrack.jobs.models.HeadTask;
import io.talktrack.jobs.models.quality.Auc.Scored;
import io.talktrack.model.Head;
import io.talktrack.objection.ObjectionType;
import io.talktrack.sentiment.Sentiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/** What the bundles make of negotiations of a price, by how these ended and by who wrote. */
final class Bargaining {
  private static final int LAST = 3;
  private static final int WITHHELD = 2;

  private final TextReader reader;
  private final Map<String, List<Valence>> baselines;

  /**
   * @param baselines per language
   */
  Bargaining(TextReader reader, Map<String, List<Valence>> baselines) {
    this.reader = reader;
    this.baselines = baselines;
  }

  String section(Path folder, BargainedSet set) {
    if (!set.file().isIn(folder)) {
      return set.file().missing(set.name());
    }
    List<Bargain> bargains =
        Bargains.read(folder.resolve(set.file().path())).stream()
            .filter(bargain -> set.file().isChosen(bargain.id()))
            .toList();
    reader.readAll(
        set.language(),
        bargains.stream()
            .flatMap(bargain -> bargain.messages().stream())
            .map(Message::text)
            .toList());
    return "### %s%n%n%s. %,d negotiations, %,d of them with a deal.%n%nThe share of pairs of a negotiation with a deal and one without in which the buyer of the one with a deal is more for it (0.5 is chance), from messages alone, without offers, acceptances and refusals. Who breaks off has written little, so that the last row is the mark to beat.%n%n%s%nObjections given, to buyers and to sellers, whose turns are not asked for any in calls: what sellers get tells how far the talk of a price alone is taken for an objection to it.%n%n%s%n"
        .formatted(
            set.name(),
            set.source(),
            bargains.size(),
            bargains.stream().filter(Bargain::isDeal).count(),
            attitudes(set.language(), bargains),
            objections(set.language(), bargains));
  }

  private MarkdownTable attitudes(String language, List<Bargain> bargains) {
    MarkdownTable table =
        new MarkdownTable(
            "who", "from the buyer's last three messages", "from all but the buyer's last two");
    table.row(
        "negotiations (with a deal)",
        count(scored(bargains, Bargaining::lastThree, List::size)),
        count(scored(bargains, Bargaining::allButLastTwo, List::size)));
    addRow(
        table,
        "**%s**".formatted(reader.bundle(language).name()),
        bargains,
        text -> attitude(language, text));
    for (Valence baseline : baselines.get(language)) {
      addRow(table, baseline.name(), bargains, text -> valence(baseline.of(text)));
    }
    table.row(
        "no reader at all: how many messages the buyer wrote",
        Auc.of(scored(bargains, said -> said, List::size)),
        Auc.of(scored(bargains, Bargaining::allButLastTwo, List::size)));
    return table;
  }

  private static String count(List<Scored> scored) {
    return "%,d (%,d)".formatted(scored.size(), scored.stream().filter(Scored::holds).count());
  }

  private static void addRow(
      MarkdownTable table, String who, List<Bargain> bargains, ToDoubleFunction<String> score) {
    table.row(
        who,
        Auc.of(scored(bargains, Bargaining::lastThree, said -> mean(said, score))),
        Auc.of(scored(bargains, Bargaining::allButLastTwo, said -> mean(said, score))));
  }

  /** Negotiations in which the buyer wrote a part to score. */
  static List<Scored> scored(
      List<Bargain> bargains,
      UnaryOperator<List<String>> part,
      ToDoubleFunction<List<String>> score) {
    List<Scored> scored = new ArrayList<>();
    for (Bargain bargain : bargains) {
      List<String> said = part.apply(bargain.buyersTexts());
      if (!said.isEmpty()) {
        scored.add(new Scored(bargain.isDeal(), score.applyAsDouble(said)));
      }
    }
    return scored;
  }

  static List<String> lastThree(List<String> said) {
    return said.subList(Math.max(0, said.size() - LAST), said.size());
  }

  static List<String> allButLastTwo(List<String> said) {
    return said.subList(0, Math.max(0, said.size() - WITHHELD));
  }

  private static double mean(List<String> said, ToDoubleFunction<String> of) {
    return said.stream().collect(averagingDouble(of));
  }

  private double attitude(String language, String text) {
    String name = HeadTask.DEAL_SENTIMENT.head();
    List<String> labels = reader.head(language, name).labels();
    float[] probabilities = reader.probabilities(language, name, text);
    return probabilities[labels.indexOf(Sentiment.POSITIVE.name())]
        - probabilities[labels.indexOf(Sentiment.NEGATIVE.name())];
  }

  private static double valence(String label) {
    return switch (Sentiment.valueOf(label)) {
      case NEGATIVE -> -1;
      case NEUTRAL -> 0;
      case POSITIVE -> 1;
    };
  }

  private MarkdownTable objections(String language, List<Bargain> bargains) {
    MarkdownTable table = new MarkdownTable("whose messages", "messages", "PRICE_BUDGET", "any");
    addRow(table, "buyers'", language, bargains, Bargain::buyersTexts);
    addRow(table, "sellers'", language, bargains, Bargain::sellersTexts);
    return table;
  }

  private void addRow(
      MarkdownTable table,
      String whose,
      String language,
      List<Bargain> bargains,
      Function<Bargain, List<String>> texts) {
    Head head = reader.head(language, HeadTask.OBJECTION.head());
    int price = head.labels().indexOf(ObjectionType.PRICE_BUDGET.name());
    table.row(
        whose,
        "%,d".formatted(bargains.stream().mapToInt(one -> texts.apply(one).size()).sum()),
        share(bargains, texts, text -> given(language, head, text).get(price)),
        share(bargains, texts, text -> given(language, head, text).contains(true)));
  }

  private List<Boolean> given(String language, Head head, String text) {
    return Answered.given(head, reader.probabilities(language, head.name(), text));
  }

  /** Of all these texts, drawn by negotiations. */
  static Interval share(
      List<Bargain> bargains, Function<Bargain, List<String>> texts, Predicate<String> isGiven) {
    return Bootstrap.of(
        bargains.stream()
            .map(texts)
            .map(said -> new double[] {said.stream().filter(isGiven).count(), said.size()})
            .toList(),
        sums -> sums[0] / sums[1]);
  }
}
