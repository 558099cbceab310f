package io.talktrack.jobs;

import static java.util.stream.Collectors.toMap;

import io.talktrack.monitoring.JobRun;
import io.talktrack.monitoring.JobRun.Counter;
import io.talktrack.table.Lake;
import io.talktrack.table.Table;
import io.talktrack.table.Tables;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder with an input and a lake, on which {@code talktrack run} is run as often as wanted. */
final class WholeRun {
  static final String KEY = "k".repeat(32);
  private static final Object LOCK = new Object();
  private static WholeRun done;

  private final Path folder;
  private final Set<String> told = new HashSet<>();

  WholeRun(Path folder) {
    this.folder = folder;
  }

  /** One run on {@link SmallCompany}, made once for all tests, which must not write to it. */
  static WholeRun done() throws IOException {
    synchronized (LOCK) {
      if (done == null) {
        WholeRun run = new WholeRun(Files.createTempDirectory("talktrack-whole-run"));
        SmallCompany.in(run.folder.resolve("input"));
        run.run();
        done = run;
      }
      return done;
    }
  }

  /** The same input and lake in a folder of one's own. */
  WholeRun copyTo(Path target) throws IOException {
    copy(folder, target, StandardCopyOption.COPY_ATTRIBUTES);
    WholeRun copy = new WholeRun(target);
    copy.newRuns();
    return copy;
  }

  /** The same input with files that are of now, and no lake yet. */
  WholeRun inputTo(Path target) throws IOException {
    copy(folder.resolve("input"), target.resolve("input"));
    return new WholeRun(target);
  }

  static void copy(Path from, Path to, CopyOption... options) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, options);
        }
      }
    }
  }

  /** What the user is told. */
  String run(String... options) {
    Screen screen = new Screen();
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(List.of(options));
    int status = run(screen, command.toArray(String[]::new));
    if (status != 0) {
      throw new AssertionError(
          "run ended with %d:%n%s%n%s".formatted(status, screen.output(), screen.problems()));
    }
    return screen.output();
  }

  /** The exit status of one command. */
  int run(Screen screen, String... command) {
    // or the run would start a session of its own and stop it at its end
    LocalSpark.session();
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of(
            "--day=2026-06-30",
            "--input=" + folder.resolve("input"),
            "--lake=" + folder.resolve("lake"),
            "--set=report.folder=" + folder.resolve("report"),
            "--set=company.domains=[" + TinyCompany.DOMAIN + "]",
            "--set=ingest.quarantine-limit=0.6"));
    return Main.run(
        arguments.toArray(String[]::new),
        new AllStages(),
        screen.console(),
        Map.of(HmacKey.VARIABLE, KEY));
  }

  TinyCompany company() {
    return new TinyCompany(folder.resolve("input"));
  }

  Path lakeFolder() {
    return folder.resolve("lake");
  }

  Lake lake() {
    return new Lake(LocalSpark.session(), lakeFolder().toString());
  }

  /** The counters by name of the jobs that were noted since the last time, by job. */
  Map<String, Map<String, Long>> newRuns() {
    Map<String, Map<String, Long>> counters = new TreeMap<>();
    for (JobRun run : lake().read(Tables.JOB_RUNS).collectAsList()) {
      if (told.add(run.runId() + run.job())) {
        counters.put(
            run.job(), run.counters().stream().collect(toMap(Counter::name, Counter::value)));
      }
    }
    return counters;
  }

  /** Every row of every table but the journal of runs, as JSON in order. */
  Map<String, List<String>> content() {
    Map<String, List<String>> content = new TreeMap<>();
    for (Table<?> table : Tables.all()) {
      if (!table.path().equals(Tables.JOB_RUNS.path())) {
        content.put(
            table.path(), lake().read(table).toJSON().collectAsList().stream().sorted().toList());
      }
    }
    return content;
  }

  /** Names of the data files of a table, those of one day left out. */
  Set<String> filesExcept(Table<?> table, String day) {
    Set<String> files = new TreeSet<>();
    for (String file : lake().read(table).inputFiles()) {
      if (!file.contains("=" + day + "/")) {
        files.add(file.substring(file.lastIndexOf('/') + 1));
      }
    }
    return files;
  }
}
