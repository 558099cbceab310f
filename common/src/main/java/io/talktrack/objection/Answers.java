package io.talktrack.objection;

import static io.talktrack.call.Speaker.CUSTOMER;
import static java.util.Comparator.comparingInt;

import io.talktrack.call.Evidence;
import io.talktrack.call.Source;
import io.talktrack.call.Turn;
import io.talktrack.sentiment.Sentiment;
import io.talktrack.sentiment.TextLabels;
import io.talktrack.sentiment.TextLabels.TypeScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a customer objected to on a call, and what came of it: rules of version {@value #VERSION}.
 *
 * <ul>
 *   <li>Raised: a customer's turn (no back-channel) whose type's probability reaches the type's
 *       threshold. The evidence is the words that carried the type.
 *   <li>Stance and strength: by the turn's attitude to the deal ({@link Stance}).
 *   <li>Answer: the rep's turns after the customer's stretch with the objection, up to the next
 *       turn of somebody else; back-channels neither answer nor end an answer. An unknown speaker
 *       before the rep leaves no answer that could be told.
 *   <li>Latency: from the end of that stretch, not of the turn, to the rep's first word.
 *   <li>Addressed: a turn of the answer has the stage OBJECTION_HANDLING with a probability of at
 *       least {@value #HANDLING_PROBABILITY}; null where no rep turn follows or none has labels.
 *   <li>Resolved: no later customer turn raises the same type, and none of the customer's turns
 *       right after the answer is negative about the deal; null where the customer says nothing
 *       after the answer, or nothing that has labels.
 * </ul>
 */
public final class Answers {
  public static final String VERSION = "answers-4";
  static final double HANDLING_PROBABILITY = 0.4;
  private static final String HANDLING = "OBJECTION_HANDLING";

  private final List<Turn> floor;
  private final Map<Integer, TextLabels> labels;
  private final Map<String, ObjectionThresholds> thresholds;
  private final String definitionVersion;

  private Answers(
      List<Turn> turns,
      Map<Integer, TextLabels> labels,
      Map<String, ObjectionThresholds> thresholds,
      String definitionVersion) {
    this.floor = BackChannel.without(turns.stream().sorted(comparingInt(Turn::turnNo)).toList());
    this.labels = labels;
    this.thresholds = thresholds;
    this.definitionVersion = definitionVersion;
  }

  /** The version that the objections of a model carry: the model's and that of these rules. */
  public static String definitionVersion(String modelVersion) {
    return modelVersion + "+" + VERSION;
  }

  /**
   * The objections of one call, in the order of its turns and then of the types.
   *
   * @param labelsByTurn by turn number; turns without labels are left out
   * @param modelVersion the bundle that made the labels
   */
  public static List<Objection> of(
      List<Turn> turns,
      Map<Integer, TextLabels> labelsByTurn,
      Map<String, ObjectionThresholds> thresholds,
      String modelVersion) {
    if (turns.stream().map(Turn::callId).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "Cannot find objections: the turns are of more than one call. Give the turns of one.");
    }

    return new Answers(turns, labelsByTurn, thresholds, definitionVersion(modelVersion)).all();
  }

  /** Whether a rep's text handles an objection. */
  static boolean handles(TextLabels labels) {
    return HANDLING.equals(labels.stage()) && labels.stageProbability() >= HANDLING_PROBABILITY;
  }

  private List<Objection> all() {
    List<Objection> objections = new ArrayList<>();
    for (int i = 0; i < floor.size(); i++) {
      Turn turn = floor.get(i);
      if (turn.speaker() == CUSTOMER) {
        Exchange exchange = Exchange.startingAt(i, floor);
        for (TypeScore raised : raised(turn)) {
          objections.add(objection(turn, raised, exchange));
        }
      }
    }

    return objections;
  }

  private Objection objection(Turn turn, TypeScore raised, Exchange exchange) {
    ObjectionType type = ObjectionType.valueOf(raised.type());
    Evidence evidence =
        RaisedWords.of(
            Source.CALL,
            turn.callId(),
            turn.turnNo(),
            turn.text(),
            labels.get(turn.turnNo()),
            raised.type());
    return new Objection(
        ObjectionId.of(evidence, type, definitionVersion),
        evidence.source(),
        evidence.sourceId(),
        turn.callDate(),
        evidence.unitNo(),
        evidence.start(),
        evidence.end(),
        type,
        raised.probability(),
        Stance.of(labels.get(turn.turnNo())),
        labels.get(turn.turnNo()).dealNegative(),
        isAddressed(exchange),
        isResolved(raised.type(), exchange),
        exchange.response().stream().map(Turn::turnNo).toList(),
        exchange.latencyMillis(),
        exchange.responseMillis(),
        turn.sourceVersion(),
        definitionVersion);
  }

  private Boolean isAddressed(Exchange exchange) {
    List<TextLabels> said = labelsOf(exchange.response());
    return said.isEmpty() ? null : said.stream().anyMatch(Answers::handles);
  }

  private Boolean isResolved(String type, Exchange exchange) {
    boolean isRaisedAgain =
        exchange.later().stream()
            .flatMap(turn -> raised(turn).stream())
            .anyMatch(raised -> raised.type().equals(type));
    if (isRaisedAgain) {
      return false;
    }

    List<TextLabels> reaction = labelsOf(exchange.next());
    return reaction.isEmpty() ? null : reaction.stream().noneMatch(Answers::isNegative);
  }

  /** By the thresholds of the model that read the turn. */
  private List<TypeScore> raised(Turn turn) {
    ObjectionThresholds own = thresholds.get(turn.language());
    return own == null ? List.of() : own.raised(labels.get(turn.turnNo()));
  }

  private List<TextLabels> labelsOf(List<Turn> turns) {
    return turns.stream().map(turn -> labels.get(turn.turnNo())).filter(Objects::nonNull).toList();
  }

  private static boolean isNegative(TextLabels labels) {
    return Sentiment.NEGATIVE.name().equals(labels.dealSentiment());
  }
}
