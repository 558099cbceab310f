package io.talktrack.jobs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Spark's own Master and Workers as processes of this machine, and the jar submitted to them; the
 * same main classes that {@code spark-class} starts, from the jars that {@code mvn package}
 * gathers.
 */
final class LoopbackCluster implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final List<Process> workers = new ArrayList<>();
  private String master;

  /**
   * Starts nothing yet.
   *
   * @param folder for logs, and Spark's home
   */
  LoopbackCluster(Path folder) throws IOException {
    this.folder = folder;
    // executors take their class path from Spark's home
    Files.createSymbolicLink(
        Files.createDirectories(folder.resolve("home")).resolve("jars"), TARGET.resolve("spark"));
  }

  static boolean isBuilt() {
    return Files.isRegularFile(TARGET.resolve("talktrack.jar"))
        && Files.isDirectory(TARGET.resolve("spark"));
  }

  /** A master and so many workers of one core. */
  void start(int workerCount) throws IOException, InterruptedException {
    int port = freePort();
    master = "spark://%s:%d".formatted(HOST, port);
    Path log = folder.resolve("master.log");
    Process started =
        process(
            log,
            "-Xmx256m",
            List.of(
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0"));
    await(log, "I have been elected leader", started);
    for (int worker = 0; worker < workerCount; worker++) {
      Path workerLog = folder.resolve("worker" + worker + ".log");
      Process process =
          process(
              workerLog,
              "-Xmx256m",
              List.of(
                  "org.apache.spark.deploy.worker.Worker",
                  "--host",
                  HOST,
                  "--cores",
                  "1",
                  "--memory",
                  "1g",
                  "--webui-port",
                  "0",
                  "--work-dir",
                  folder.resolve("work" + worker).toString(),
                  master));
      workers.add(process);
      await(workerLog, "Successfully registered with master", process);
    }
  }

  String master() {
    return master;
  }

  /** The jar under spark-submit, its output in {@code submit.log}. */
  Process submit(String masterUrl, List<String> conf, String command) throws IOException {
    return submit(masterUrl, List.of("--class", Main.class.getName()), conf, command);
  }

  /** The same with a main class of the tests, which finds the jar's classes beside its own. */
  Process submit(String masterUrl, List<String> conf, Class<?> program, String arguments)
      throws IOException {
    List<String> options =
        List.of("--class", program.getName(), "--jars", jarOf(program).toString());
    return submit(masterUrl, options, conf, arguments);
  }

  private Path jarOf(Class<?> program) throws IOException {
    Path jar = folder.resolve(program.getSimpleName() + ".jar");
    Path classes = TARGET.resolve("test-classes");
    Path own = classes.resolve(program.getPackageName().replace('.', '/'));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        DirectoryStream<Path> files =
            Files.newDirectoryStream(own, program.getSimpleName() + "*.class")) {
      for (Path file : files) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  private Process submit(
      String masterUrl, List<String> options, List<String> conf, String arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", masterUrl));
    line.addAll(options);
    List<String> all =
        new ArrayList<>(
            List.of(
                "spark.driver.host=" + HOST,
                "spark.driver.bindAddress=" + HOST,
                "spark.ui.enabled=false",
                "spark.executor.memory=700m",
                "spark.executor.cores=1",
                "spark.sql.shuffle.partitions=4",
                "spark.sql.codegen.wholeStage=false",
                "spark.sql.codegen.factoryMode=NO_CODEGEN"));
    all.addAll(conf);
    all.forEach(one -> line.addAll(List.of("--conf", one)));
    // every process of this machine reads the one file
    line.add("local:" + TARGET.resolve("talktrack.jar"));
    line.addAll(List.of(arguments.split(" ", -1)));
    return process(log(), "-Xmx1g", line);
  }

  Path log() {
    return folder.resolve("submit.log");
  }

  /** Waits until every executor has got the model and is about to read, then kills the first. */
  void killAnExecutorWhileItReads(Process submitted, int executors) throws Exception {
    while (unpacked() < executors) {
      if (submitted.waitFor(200, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("The run ended too early:\n" + Files.readString(log()));
      }
    }
    // opening the model takes about a second
    submitted.waitFor(2, TimeUnit.SECONDS);
    workers.get(0).toHandle().children().forEach(ProcessHandle::destroyForcibly);
  }

  private long unpacked() throws IOException {
    try (Stream<Path> files = Files.walk(folder, 5)) {
      List<Path> logs =
          files.filter(file -> file.endsWith("stderr") && Files.isRegularFile(file)).toList();
      long unpacked = 0;
      for (Path log : logs) {
        unpacked += Files.readString(log).contains("Unpacking an archive") ? 1 : 0;
      }
      return unpacked;
    }
  }

  private Process process(Path log, String memory, List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(System.getProperty("spark.jvm.args").strip().split("\\s+")));
    line.addAll(List.of(memory, "-XX:TieredStopAtLevel=1", "-cp", TARGET.resolve("spark") + "/*"));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_LOCAL_IP", HOST);
    builder.environment().put("SPARK_SCALA_VERSION", "2.12");
    builder.environment().put(HmacKey.VARIABLE, WholeRun.KEY);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    processes.add(process);
    return process;
  }

  private static void await(Path log, String line, Process process)
      throws IOException, InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      if (Files.readString(log).contains(line)) {
        return;
      }
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new AssertionError("No '%s' in:%n%s".formatted(line, Files.readString(log)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
