package io.talktrack.jobs.bench;

import java.util.List;

/** One way to have texts read by a model. */
interface InferenceArm extends AutoCloseable {
  String name();

  /** One of so many texts is enough to tell a rate: more than 1 for the slow ways. */
  default int fewer() {
    return 1;
  }

  /** Reads all texts once; what has to be laid out before is not timed. */
  Cost read(InferenceTexts texts);

  /** The embeddings of a few texts, in their order; empty where the way drops them. */
  List<float[]> embeddings(List<String> texts);

  @Override
  void close();

  /** What a reading took, of the clock and of all processors together. */
  record Cost(double seconds, double cpuSeconds) {
    static Cost of(Runnable work) {
      double before = Resources.cpuSeconds();
      double seconds = Timings.seconds(work);
      return new Cost(seconds, Resources.cpuSeconds() - before);
    }
  }

  /** Texts of one workload. */
  record InferenceTexts(InferenceWorkload workload, List<String> texts) {
    public InferenceTexts {
      texts = List.copyOf(texts);
    }

    int size() {
      return texts.size();
    }

    /** The first of them, one of so many. */
    InferenceTexts fewer(int times) {
      return new InferenceTexts(workload, texts.subList(0, Math.max(1, texts.size() / times)));
    }
  }
}
