package io.talktrack.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TestReportInBrowser {
  @TempDir private Path disk;
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;
  private String browser;

  @BeforeEach
  void start() throws IOException {
    Optional<String> found = chromium();
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("Chromium is not here: install it or set CHROMIUM to its path");
    }

    Assumptions.assumeTrue(found.isPresent(), "Chromium is not here: skipped (set CHROMIUM)");
    browser = found.get();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void aPageThatForgetsToEscapeIsCaught() throws Exception {
    Path page = disk.resolve("bad.html");
    Files.write(page, ("<!doctype html><body>" + HostileText.payload(host())).getBytes(UTF_8));

    Document opened = open(page);

    assertThat(opened.select("html[data-owned]")).hasSize(1);
    assertThat(calls.get()).isPositive();
  }

  @Test
  void hostileTextRunsNoScriptAndCallsNobody() throws Exception {
    WrittenReport harmless = WrittenReport.saying("harmless words, twenty", disk.resolve("a"));
    WrittenReport attacked = WrittenReport.saying(HostileText.payload(host()), disk.resolve("b"));

    for (String name : List.of("index.html", "rep-R02.html", "call-c007f3a9.html")) {
      Document opened = open(attacked.folder().resolve(name));
      Document expected = open(harmless.folder().resolve(name));

      assertThat(opened.select("html[data-owned]")).isEmpty();
      assertThat(skeleton(opened)).isEqualTo(skeleton(expected));
    }

    assertThat(calls.get()).isZero();
  }

  @Test
  void ourOwnScriptsRunUnderThePolicy() throws Exception {
    WrittenReport report = WrittenReport.sample(disk.resolve("report"), ReportLanguage.ZH);

    Document opened = open(report.folder().resolve("index.html"));

    assertThat(opened.select(".chart svg")).hasSize(2);
    assertThat(opened.select("#trend-switch button").eachText()).contains("说话占比", "手册得分");
    assertThat(opened.select(".print[hidden]")).isEmpty();
    assertThat(calls.get()).isZero();
  }

  private Document open(Path page) throws IOException, InterruptedException {
    Path dom = Files.createTempFile(disk, "dom", ".html");
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--user-data-dir=" + disk.resolve("profile"),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--virtual-time-budget=3000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean hasEnded = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(hasEnded).as("Chromium ends within 60 s").isTrue();
    return Jsoup.parse(Files.readString(dom, UTF_8), "");
  }

  private String host() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Elements in order, but for those that ECharts draws: their number hangs on line breaks. */
  private static List<String> skeleton(Document page) {
    page.select(".chart > *").remove();
    return page.getAllElements().stream().map(Element::tagName).toList();
  }

  private static Optional<String> chromium() {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(named);
    }

    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
