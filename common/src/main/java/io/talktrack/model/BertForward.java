package io.talktrack.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.norm.Dropout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The encoder's forward pass as arrays that gradients flow through (Devlin et al. 2019, BERT), up
 * to the means of its last four layers that {@link GraphWriter} gives the heads.
 */
final class BertForward {
  private static final float EPSILON = 1e-12f;
  private static final float NOWHERE = 1e9f;

  private final Map<String, NDArray> parameters;
  private final int layers;
  private final int attentionHeads;

  /**
   * @param features batch × (4 · dimensions), each layer's mean of length 1
   * @param embedding batch × dimensions: the last of them
   */
  record Output(NDArray features, NDArray embedding) {}

  BertForward(Map<String, NDArray> parameters, int layers, int attentionHeads) {
    this.parameters = parameters;
    this.layers = layers;
    this.attentionHeads = attentionHeads;
  }

  /**
   * Reads texts of token ids.
   *
   * @param dropout share of numbers dropped while training, 0 to measure
   */
  Output read(NDManager scope, List<long[]> texts, float dropout) {
    int rows = texts.size();
    int longest = texts.stream().mapToInt(ids -> ids.length).max().orElseThrow();
    long[] ids = new long[rows * longest];
    float[] mask = new float[rows * longest];
    for (int row = 0; row < rows; row++) {
      long[] text = texts.get(row);
      for (int place = 0; place < text.length; place++) {
        ids[row * longest + place] = text[place];
        mask[row * longest + place] = 1;
      }
    }
    NDArray tokens = scope.create(mask, new Shape(rows, longest, 1));
    NDArray hidden = embedded(scope, scope.create(ids, new Shape(rows, longest)), longest);
    NDArray bias = tokens.reshape(rows, 1, 1, longest).sub(1).mul(NOWHERE);
    List<NDArray> means = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      hidden = layer("encoder.layer." + layer, hidden, bias, dropout);
      if (layer >= layers - GraphWriter.LAYERS) {
        NDArray sum = hidden.mul(tokens).sum(new int[] {1});
        means.add(sum.div(sum.mul(sum).sum(new int[] {1}, true).sqrt()));
      }
    }
    return new Output(NDArrays.concat(new NDList(means), 1), means.get(GraphWriter.LAYERS - 1));
  }

  private NDArray embedded(NDManager scope, NDArray ids, int longest) {
    NDArray words =
        Embedding.embedding(ids, of("embeddings.word_embeddings.weight"), SparseFormat.DENSE)
            .singletonOrThrow();
    NDArray places = of("embeddings.position_embeddings.weight").get("0:" + longest);
    NDArray types = of("embeddings.token_type_embeddings.weight").get("0:1");
    // cut out of a parameter, they would live as long as it does
    List.of(words, places, types).forEach(array -> array.attach(scope));
    return normed(words.add(places).add(types), "embeddings");
  }

  private NDArray layer(String name, NDArray hidden, NDArray bias, float dropout) {
    NDArray query = perHead(product(hidden, name + ".attention.self.query"));
    NDArray key = perHead(product(hidden, name + ".attention.self.key"));
    NDArray value = perHead(product(hidden, name + ".attention.self.value"));
    double width = query.getShape().get(3);
    NDArray attention =
        query.matMul(key.transpose(0, 1, 3, 2)).div((float) Math.sqrt(width)).add(bias).softmax(-1);
    NDArray context =
        dropped(attention, dropout).matMul(value).transpose(0, 2, 1, 3).reshape(hidden.getShape());
    NDArray attended =
        normed(
            dropped(product(context, name + ".attention.output.dense"), dropout).add(hidden),
            name + ".attention.output");
    NDArray inner = Activation.gelu(product(attended, name + ".intermediate.dense"));
    return normed(
        dropped(product(inner, name + ".output.dense"), dropout).add(attended), name + ".output");
  }

  private NDArray perHead(NDArray array) {
    Shape shape = array.getShape();
    return array
        .reshape(shape.get(0), shape.get(1), attentionHeads, shape.get(2) / attentionHeads)
        .transpose(0, 2, 1, 3);
  }

  private NDArray product(NDArray input, String name) {
    return input.matMul(of(name + ".weight")).add(of(name + ".bias"));
  }

  private NDArray normed(NDArray input, String name) {
    int[] last = {input.getShape().dimension() - 1};
    NDArray centred = input.sub(input.mean(last, true));
    NDArray variance = centred.mul(centred).mean(last, true);
    return centred
        .div(variance.add(EPSILON).sqrt())
        .mul(of(name + ".LayerNorm.weight"))
        .add(of(name + ".LayerNorm.bias"));
  }

  static NDArray dropped(NDArray input, float dropout) {
    return dropout == 0 ? input : Dropout.dropout(input, dropout, true).singletonOrThrow();
  }

  private NDArray of(String name) {
    NDArray parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "Cannot fine-tune the encoder: its graph has no parameter %s by the names that Hugging Face's BERT export gives."
              .formatted(name));
    }
    return parameter;
  }
}
