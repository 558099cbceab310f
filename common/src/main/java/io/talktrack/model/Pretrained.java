package io.talktrack.model;

/**
 * A pretrained encoder that comes as a Maven artefact, so that nothing is fetched at run time.
 *
 * <p>The digests are SHA-256 of the two files; a file that differs is refused.
 */
public enum Pretrained {
  /** sentence-transformers/all-MiniLM-L6-v2, English, Apache-2.0. */
  ALL_MINILM_L6_V2(
      "all-minilm-l6-v2.onnx",
      "ca46f1a88a9c6e61b918af1ab38be3e7903b986616551f0a6f10a7ecc5730cd4",
      "all-minilm-l6-v2-tokenizer.json",
      "754fbace50a65eb13073189fde35f561d96d630920b6a65bbf8dbadf9a4896c3",
      384,
      12),
  /** BAAI/bge-small-zh-v1.5, Chinese, MIT. */
  BGE_SMALL_ZH_V1_5(
      "bge-small-zh-v1.5.onnx",
      "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a",
      "bge-small-zh-v1.5-tokenizer.json",
      "fdfe8732afc3b2cf9b97f4efb142e56ba20eaf2962f15eb0eb2feefe692dfd87",
      512,
      8);

  private final String graphResource;
  private final String graphSha256;
  private final String tokenizerResource;
  private final String tokenizerSha256;
  private final int dimensions;
  private final int attentionHeads;

  Pretrained(
      String graphResource,
      String graphSha256,
      String tokenizerResource,
      String tokenizerSha256,
      int dimensions,
      int attentionHeads) {
    this.graphResource = graphResource;
    this.graphSha256 = graphSha256;
    this.tokenizerResource = tokenizerResource;
    this.tokenizerSha256 = tokenizerSha256;
    this.dimensions = dimensions;
    this.attentionHeads = attentionHeads;
  }

  String graphResource() {
    return graphResource;
  }

  String graphSha256() {
    return graphSha256;
  }

  String tokenizerResource() {
    return tokenizerResource;
  }

  String tokenizerSha256() {
    return tokenizerSha256;
  }

  public int dimensions() {
    return dimensions;
  }

  int attentionHeads() {
    return attentionHeads;
  }
}
