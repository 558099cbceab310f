package io.talktrack.model;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.talktrack.model.Head.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Fine-tunes an encoder and all its heads at once, by DJL's PyTorch engine.
 *
 * <p>It starts from heads that were fitted on the frozen encoder (Kumar et al. 2022, Fine-tuning
 * can distort pretrained features): a head that knows nothing yet would first tear the encoder
 * apart. The embedding is held near the frozen one's, since playbooks and trackers compare by it.
 */
public final class FineTuning {
  private static final String ENGINE = "PyTorch";
  private static final String TUNED = "encoder.layer.";

  /**
   * How to train.
   *
   * @param encoderRate the encoder's highest learning rate
   * @param headRate the heads' highest learning rate
   * @param asHeard in how many of its readings a text that has other tokens is read by those
   * @param keepMeaning weight of (1 − cosine) between the frozen and the tuned embedding
   */
  public record Plan(
      double encoderRate,
      double headRate,
      int epochs,
      int batch,
      float dropout,
      double keepMeaning,
      double asHeard,
      int seed) {}

  /**
   * A text to learn from.
   *
   * @param heard the tokens of the same text as somebody else writes it down; like {@code tokens}
   *     where nothing differs
   * @param embedding the frozen encoder's
   * @param targets per head what each label should be, times its weight; null where the head is not
   *     asked about this text. For independent labels 0 or 1
   */
  public record Lesson(long[] tokens, long[] heard, float[] embedding, List<float[]> targets) {
    private Lesson asHeard() {
      return new Lesson(heard, heard, embedding, targets);
    }
  }

  /**
   * A tuned encoder with its heads, before calibration; as good as {@code score} says.
   *
   * @param leftOut the steps of the whole training that taught nothing, and why
   */
  public record Tuned(TunedWeights weights, List<Head> heads, double score, List<String> leftOut) {}

  private final Plan plan;
  private final List<Head> heads;
  private final List<float[]> positiveWeights;
  private final Map<String, EncoderParameters.Parameter> pretrained;
  private final Pretrained encoder;

  /**
   * Of one encoder.
   *
   * @param heads fitted on the frozen encoder
   * @param positiveWeights per head how much a label that holds counts; only independent labels
   *     have them
   */
  public FineTuning(
      Plan plan, Pretrained encoder, List<Head> heads, List<float[]> positiveWeights) {
    this.plan = plan;
    this.encoder = encoder;
    this.heads = List.copyOf(heads);
    this.positiveWeights = List.copyOf(positiveWeights);
    pretrained = EncoderParameters.of(ModelBundle.graph(encoder));
  }

  /** Fails where this build cannot fine-tune, before anything is read. */
  public static void requireEngine() {
    if (!Engine.hasEngine(ENGINE)) {
      throw new IllegalArgumentException(
          "Cannot fine-tune an encoder: this build has no PyTorch. Build it with `TALKTRACK_TRAINING=1 mvn package -DskipTests`, or leave --fine-tune out.");
    }
  }

  /**
   * Trains on lessons; after each epoch the held-out ones are read, and the epoch with the highest
   * score is kept.
   *
   * @param score of the held-out lessons' logits: per head, per lesson
   */
  public Tuned train(
      List<Lesson> lessons, List<Lesson> heldOut, ToDoubleFunction<List<float[][]>> score) {
    requireEngine();
    Engine engine = Engine.getEngine(ENGINE);
    engine.setRandomSeed(plan.seed());
    try (NDManager lasting = engine.newBaseManager()) {
      Map<String, NDArray> parameters = parameters(lasting);
      BertForward forward = new BertForward(parameters, layers(), encoder.attentionHeads());
      AdamW optimiser = new AdamW(lasting, plan);
      Random random = new Random(plan.seed());
      int steps = plan.epochs() * batches(lessons, random).size();
      Tuned best = null;
      int step = 0;
      for (int epoch = 0; epoch < plan.epochs(); epoch++) {
        for (List<Lesson> batch : batches(lessons, random)) {
          learn(engine, lasting, forward, parameters, batch);
          optimiser.step(parameters, step, steps);
          step++;
        }
        double reached = score.applyAsDouble(logits(lasting, forward, parameters, heldOut));
        if (best == null || reached > best.score()) {
          best = new Tuned(weights(parameters), heads(parameters), reached, List.of());
        }
      }
      return new Tuned(best.weights(), best.heads(), best.score(), optimiser.leftOut());
    }
  }

  private Map<String, NDArray> parameters(NDManager manager) {
    TreeMap<String, NDArray> parameters = new TreeMap<>();
    pretrained.forEach(
        (name, parameter) -> {
          NDArray array = manager.create(parameter.values(), new Shape(parameter.shape()));
          array.setRequiresGradient(name.startsWith(TUNED));
          parameters.put(name, array);
        });
    for (int head = 0; head < heads.size(); head++) {
      Head start = heads.get(head);
      int labels = start.labels().size();
      int width = start.weights()[0].length;
      float[] columns = new float[width * labels];
      for (int label = 0; label < labels; label++) {
        for (int column = 0; column < width; column++) {
          columns[column * labels + label] = start.weights()[label][column];
        }
      }
      NDArray weights = manager.create(columns, new Shape(width, labels));
      NDArray bias = manager.create(start.bias(), new Shape(labels));
      weights.setRequiresGradient(true);
      bias.setRequiresGradient(true);
      parameters.put(name(head, "weights"), weights);
      parameters.put(name(head, "bias"), bias);
    }
    return parameters;
  }

  private int layers() {
    return (int)
        pretrained.keySet().stream()
            .filter(name -> name.endsWith(".attention.self.query.weight"))
            .count();
  }

  private static String name(int head, String part) {
    return "head." + head + "." + part;
  }

  // texts of like length together, so that little is padded; which, when and in whose writing: by
  // chance
  private List<List<Lesson>> batches(List<Lesson> lessons, Random random) {
    List<Lesson> mixed = new ArrayList<>();
    for (Lesson lesson : lessons) {
      mixed.add(random.nextDouble() < plan.asHeard() ? lesson.asHeard() : lesson);
    }
    Collections.shuffle(mixed, random);
    List<List<Lesson>> batches = new ArrayList<>();
    int window = plan.batch() * 16;
    for (int from = 0; from < mixed.size(); from += window) {
      List<Lesson> near =
          new ArrayList<>(mixed.subList(from, Math.min(mixed.size(), from + window)));
      near.sort(Comparator.comparingInt(lesson -> lesson.tokens().length));
      for (int start = 0; start < near.size(); start += plan.batch()) {
        batches.add(near.subList(start, Math.min(near.size(), start + plan.batch())));
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private void learn(
      Engine engine,
      NDManager lasting,
      BertForward forward,
      Map<String, NDArray> parameters,
      List<Lesson> batch) {
    try (NDManager scope = lasting.newSubManager();
        GradientCollector gradients = engine.newGradientCollector()) {
      gradients.zeroGradients();
      BertForward.Output read =
          forward.read(scope, batch.stream().map(Lesson::tokens).toList(), plan.dropout());
      NDArray features = BertForward.dropped(read.features(), plan.dropout());
      NDArray loss = drift(scope, read.embedding(), batch);
      for (int head = 0; head < heads.size(); head++) {
        loss = loss.add(loss(scope, head, logits(features, parameters, head), batch));
      }
      gradients.backward(loss);
    }
  }

  private NDArray drift(NDManager scope, NDArray embedding, List<Lesson> batch) {
    int width = batch.get(0).embedding().length;
    float[] frozen = new float[batch.size() * width];
    for (int row = 0; row < batch.size(); row++) {
      System.arraycopy(batch.get(row).embedding(), 0, frozen, row * width, width);
    }
    return embedding
        .mul(scope.create(frozen, new Shape(batch.size(), width)))
        .sum()
        .div(batch.size())
        .neg()
        .add(1f)
        .mul(plan.keepMeaning());
  }

  private static NDArray logits(NDArray features, Map<String, NDArray> parameters, int head) {
    return features
        .matMul(parameters.get(name(head, "weights")))
        .add(parameters.get(name(head, "bias")));
  }

  private NDArray loss(NDManager scope, int head, NDArray logits, List<Lesson> batch) {
    int labels = heads.get(head).labels().size();
    float[] targets = new float[batch.size() * labels];
    float[] weights = new float[batch.size() * labels];
    int asked = 0;
    for (int row = 0; row < batch.size(); row++) {
      float[] target = batch.get(row).targets().get(head);
      if (target == null) {
        continue;
      }
      asked++;
      for (int label = 0; label < labels; label++) {
        targets[row * labels + label] = target[label];
        weights[row * labels + label] = target[label] > 0 ? positiveWeights.get(head)[label] : 1;
      }
    }
    Shape shape = logits.getShape();
    NDArray wanted = scope.create(targets, shape);
    if (heads.get(head).kind() == Kind.ONE_OF) {
      return logits.logSoftmax(1).mul(wanted).sum().neg().div(Math.max(1, asked));
    }
    // cross-entropy of independent labels, written so that no exponent overflows
    return logits
        .maximum(0f)
        .sub(logits.mul(wanted))
        .add(logits.abs().neg().exp().add(1f).log())
        .mul(scope.create(weights, shape))
        .sum()
        .div(2f * Math.max(1, asked));
  }

  private List<float[][]> logits(
      NDManager lasting,
      BertForward forward,
      Map<String, NDArray> parameters,
      List<Lesson> lessons) {
    List<float[][]> all = new ArrayList<>();
    heads.forEach(head -> all.add(new float[lessons.size()][]));
    for (int from = 0; from < lessons.size(); from += plan.batch()) {
      List<Lesson> batch = lessons.subList(from, Math.min(lessons.size(), from + plan.batch()));
      try (NDManager scope = lasting.newSubManager()) {
        NDArray features =
            forward.read(scope, batch.stream().map(Lesson::tokens).toList(), 0).features();
        for (int head = 0; head < heads.size(); head++) {
          int labels = heads.get(head).labels().size();
          float[] flat = logits(features, parameters, head).toFloatArray();
          for (int row = 0; row < batch.size(); row++) {
            all.get(head)[from + row] = Arrays.copyOfRange(flat, row * labels, (row + 1) * labels);
          }
        }
      }
    }
    return all;
  }

  private TunedWeights weights(Map<String, NDArray> parameters) {
    TreeMap<String, float[]> after = new TreeMap<>();
    parameters.forEach(
        (name, array) -> {
          if (name.startsWith(TUNED)) {
            after.put(name, array.toFloatArray());
          }
        });
    return TunedWeights.between(pretrained, after);
  }

  private List<Head> heads(Map<String, NDArray> parameters) {
    List<Head> tuned = new ArrayList<>();
    for (int head = 0; head < heads.size(); head++) {
      Head start = heads.get(head);
      int labels = start.labels().size();
      float[] columns = parameters.get(name(head, "weights")).toFloatArray();
      float[][] weights = new float[labels][columns.length / labels];
      for (int place = 0; place < columns.length; place++) {
        weights[place % labels][place / labels] = columns[place];
      }
      tuned.add(
          new Head(
              start.name(),
              start.kind(),
              start.labels(),
              weights,
              parameters.get(name(head, "bias")).toFloatArray(),
              start.thresholds()));
    }
    return tuned;
  }
}
