package io.talktrack.sentiment;

/**
 * Words that are said to have carried a label, and whether a person agrees. One row per sampled
 * label.
 *
 * @param hash the beginning of the hash of the bundle that gave it
 * @param labelHolds "yes" or "no" of all that was said; empty until somebody checked it
 * @param isReason "yes" or "no": whether the words give a reason for the label
 */
public record CheckedSpan(
    String bundle,
    String hash,
    String language,
    String head,
    String label,
    String span,
    String text,
    String labelHolds,
    String isReason) {

  public boolean isChecked() {
    return !labelHolds.isEmpty() && !isReason.isEmpty();
  }
}
