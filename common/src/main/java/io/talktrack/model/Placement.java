package io.talktrack.model;

import java.io.Serializable;

/**
 * Where texts are read, as every score tells it.
 *
 * @param processor the kind of GPU; null on CPUs, where each executor knows its own
 */
public record Placement(Kind kind, String processor) implements Serializable {
  public static final Placement CPU = new Placement(Kind.CPU, null);

  /** What of the application has a GPU. */
  public enum Kind {
    CPU("cpu"),
    /** Every executor. */
    GPU_OF_APPLICATION("cuda"),
    /** Those executors that Spark starts for the reading stage, by a resource profile. */
    GPU_OF_STAGE("cuda");

    private final String device;

    Kind(String device) {
      this.device = device;
    }

    public String device() {
      return device;
    }
  }

  public boolean isGpu() {
    return kind != Kind.CPU;
  }

  /** What the score's row and the cache key call the device: cpu or cuda. */
  public String device() {
    return kind.device();
  }

  /** Whose arithmetic made the scores: that of the GPU, or of this machine. */
  public String processorHere() {
    return processor == null ? Processor.kind() : processor;
  }
}
