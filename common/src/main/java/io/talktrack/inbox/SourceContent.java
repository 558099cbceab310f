package io.talktrack.inbox;

/**
 * The unpacked bytes of a source file, or why they are not read.
 *
 * @param bytes null where refused
 * @param refusal null where read
 */
public record SourceContent(byte[] bytes, Refusal refusal) {
  static SourceContent of(byte[] bytes) {
    return new SourceContent(bytes, null);
  }

  static SourceContent refused(Refusal refusal) {
    return new SourceContent(null, refusal);
  }

  public boolean isRefused() {
    return refusal != null;
  }
}
