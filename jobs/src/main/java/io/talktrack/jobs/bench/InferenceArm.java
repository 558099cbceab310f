package io.talktrack.jobs.bench;

import io.talktrack.model.ModelWork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** One way to have texts read by a model. */
interface InferenceArm extends AutoCloseable {
  String name();

  /** One of so many texts is enough to tell a rate: more than 1 for the slow ways. */
  default int fewer() {
    return 1;
  }

  /** Reads all texts once; what has to be laid out before is not timed. */
  Cost read(InferenceTexts texts);

  /** The embeddings of a few texts, in their order; one without numbers where there is none. */
  List<float[]> embeddings(List<String> texts);

  /** Megabytes that the way's whole process has in memory now; empty where nobody tells. */
  default OptionalLong residentMegabytes() {
    return Resources.residentMegabytes();
  }

  @Override
  void close();

  /**
   * What a reading took, of the clock and of all processors together.
   *
   * @param work empty where the way does not tell
   */
  record Cost(double seconds, double cpuSeconds, Optional<ModelWork> work) {
    Cost(double seconds, double cpuSeconds) {
      this(seconds, cpuSeconds, Optional.empty());
    }

    static Cost of(Supplier<ModelWork> reading) {
      double before = Resources.cpuSeconds();
      long start = System.nanoTime();
      ModelWork work = reading.get();
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Cost(seconds, Resources.cpuSeconds() - before, Optional.of(work));
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

    /** How many a share of them is. */
    int share(double share) {
      return (int) Math.round(share * size());
    }

    /** The first of them, one of so many. */
    InferenceTexts fewer(int times) {
      return first(Math.max(1, size() / times));
    }

    /** So many of them, or all where there are fewer. */
    InferenceTexts first(int count) {
      return new InferenceTexts(workload, texts.subList(0, Math.min(count, size())));
    }
  }
}
