package io.talktrack.metric;

/** Time between the first and the last word in which nobody speaks. */
final class Silence {
  static Reading longerThan(long millis, Conversation call) {
    long silent = 0;
    long reached = call.firstMillis();
    for (Said said : Said.inOrder(call.spoken())) {
      long gap = said.startMillis() - reached;
      silent += gap > millis ? gap : 0;
      reached = Math.max(reached, said.endMillis());
    }

    return Reading.seconds(silent);
  }

  private Silence() {}
}
