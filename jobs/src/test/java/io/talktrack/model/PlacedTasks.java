package io.talktrack.model;

import io.talktrack.model.Placement.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A program for spark-submit: tasks of the reading stage's profile say which GPU they were given.
 */
public final class PlacedTasks {
  private static final long PATIENCE_MINUTES = 3;

  /**
   * Writes a line per task: its executor and its GPU.
   *
   * @param arguments how many tasks, how many of them wait for one another so that no executor gets
   *     them all, a folder where they meet, and the file to write
   */
  public static void main(String[] arguments) throws IOException {
    int tasks = Integer.parseInt(arguments[0]);
    int together = Integer.parseInt(arguments[1]);
    String meeting = arguments[2];
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf())) {
      JavaRDD<Integer> rows = spark.parallelize(IntStream.range(0, tasks).boxed().toList(), tasks);
      List<String> seen =
          Gpus.placed(rows, Kind.GPU_OF_STAGE)
              .map(
                  task -> {
                    meet(Path.of(meeting), task, together);
                    return SparkEnv.get().executorId() + " " + Gpus.ofThisTask();
                  })
              .collect();
      Files.write(Path.of(arguments[3]), seen);
    }
  }

  private static void meet(Path meeting, int task, int together)
      throws IOException, InterruptedException {
    Files.createFile(meeting.resolve(Integer.toString(task)));
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (present(meeting) < together) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "Of %d tasks only %d came".formatted(together, present(meeting)));
      }
      Thread.sleep(50);
    }
  }

  private static long present(Path meeting) throws IOException {
    try (Stream<Path> files = Files.list(meeting)) {
      return files.count();
    }
  }

  private PlacedTasks() {}
}
