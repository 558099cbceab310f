package io.talktrack.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The style and the scripts that stand inside each page, and the policy that allows only them. */
record PageAssets(String style, String script, List<String> chartScripts) {
  // later ones refine earlier ones; print comes last
  private static final List<String> STYLES =
      List.of(
          "base.css",
          "parts.css",
          "team.css",
          "rep.css",
          "call.css",
          "transcript.css",
          "narrow.css",
          "print.css");
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";

  static PageAssets load() {
    String style = STYLES.stream().map(name -> read("/report/" + name)).collect(joining("\n"));
    return new PageAssets(
        style, read("/report/tables.js"), List.of(read(ECHARTS), read("/report/charts.js")));
  }

  String policy(boolean hasCharts) {
    Stream<String> scripts =
        hasCharts ? Stream.concat(Stream.of(script), chartScripts.stream()) : Stream.of(script);
    return "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(hash(style), scripts.map(PageAssets::hash).collect(joining(" ")));
  }

  private static String hash(String content) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(content)) + "'";
  }

  private static String read(String resource) {
    try (InputStream in = PageAssets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + resource);
      }

      // a browser hashes what it parsed, and it reads a line end of two characters as one
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
