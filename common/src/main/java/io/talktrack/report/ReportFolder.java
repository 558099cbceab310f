package io.talktrack.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.talktrack.report.page.CallPage;
import io.talktrack.report.page.RepPage;
import io.talktrack.report.page.TeamPage;
import io.talktrack.report.page.TurnView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Door 5: a coaching report, and the only code that writes files for people. Pages open offline,
 * run no script but their own, and appear all at once when published.
 */
public final class ReportFolder implements AutoCloseable {
  private final StagedFolder folder;
  private final Frame frame;

  private ReportFolder(StagedFolder folder, Frame frame) {
    this.folder = folder;
    this.frame = frame;
  }

  /** Begins a report; what stands at the root stays there until {@link #publish}. */
  public static ReportFolder create(Path root, ReportLanguage language) throws IOException {
    return new ReportFolder(StagedFolder.beside(root), Frame.of(language));
  }

  /** Writes the first page, and its tables as reps.csv, calls.csv and objections.csv. */
  public void write(TeamPage page) throws IOException {
    write(Links.TEAM, new BitSet(), html -> JteteamGenerated.render(html, null, frame, page));
    write("reps.csv", ReportCsv.reps(page.reps()));
    write("calls.csv", ReportCsv.calls(page.calls()));
    write("objections.csv", ReportCsv.objections(page.objections()));
  }

  /** Writes rep-ID.html; each rep whom another page names with an id needs one. */
  public void write(RepPage page) throws IOException {
    write(
        Links.repPage(page.repId()),
        new BitSet(),
        html -> JterepGenerated.render(html, null, frame, page));
  }

  /** Writes call-ID.html; each call that another page links to needs one. */
  public void write(CallPage page) throws IOException {
    BitSet turns = new BitSet();
    page.turns().stream().mapToInt(TurnView::turnNo).forEach(turns::set);
    write(
        Links.callPage(page.call().callId()),
        turns,
        html -> JtecallGenerated.render(html, null, frame, page));
  }

  /** Puts the report in its place, whole, and returns the path of its first page. */
  public Path publish() throws IOException {
    frame.links().team();
    List<String> dangling = frame.links().dangling();
    if (!dangling.isEmpty()) {
      throw new IllegalStateException(
          "Cannot publish the report: %d links lead nowhere, among them %s"
              .formatted(dangling.size(), dangling.subList(0, Math.min(5, dangling.size()))));
    }

    return folder.publish().resolve(Links.TEAM);
  }

  /** Drops what was written and not published. */
  @Override
  public void close() throws IOException {
    folder.close();
  }

  private void write(String name, BitSet turns, Consumer<HtmlTemplateOutput> template)
      throws IOException {
    TemplateOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    write(name, text.toString());
    frame.links().wrote(name, turns);
  }

  // half a surrogate pair in a text becomes a question mark here, where writeString would give up
  private void write(String name, String content) throws IOException {
    folder.write(name, content.getBytes(UTF_8));
  }
}
