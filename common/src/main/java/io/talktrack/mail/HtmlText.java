package io.talktrack.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Plain text of an HTML mail as a reader sees it: blocks and {@code <br>} become line breaks, links
 * keep their text, what is hidden is left out, quoted mail gets "&gt;".
 */
final class HtmlText implements NodeFilter {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "head",
          "title",
          "template",
          "noscript",
          "svg",
          "object",
          "iframe",
          "select",
          "textarea",
          "button");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "pre", "hr");
  private static final Pattern HIDDEN =
      Pattern.compile(
          "display:none|visibility:hidden|mso-hide:all|max-height:0(?![.\\d]*[1-9])"
              + "|font-size:0(?![.\\d]*[1-9])|(?<![-\\w])opacity:0(?![.\\d]*[1-9])");
  private static final Pattern NO_MARGIN = Pattern.compile("margin(?:-bottom)?:0");
  private static final Pattern FILLER = Pattern.compile("[\\u00ad\\u034f\\u200b\\u2060\\ufeff]");

  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w:-]{0,30})[^<>]{0,4000}>");
  private static final Set<String> NEVER_CLOSED =
      Set.of("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr", "p", "li");
  private static final int MOST_UNCLOSED = 5_000;
  private static final int DEEPEST_QUOTE = 20;

  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quoteDepth;
  private int preDepth;

  private HtmlText() {}

  static String of(String html) {
    if (unclosed(html) > MOST_UNCLOSED) {
      // a tree so deep takes quadratic time, and no mail program writes one
      return TAG.matcher(html).replaceAll("\n").replaceAll("\\s++", " ").strip();
    }

    HtmlText reader = new HtmlText();
    NodeTraversor.filter(reader, Jsoup.parse(html).body());
    reader.endLine();
    return FILLER.matcher(reader.text).replaceAll("").strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
      return FilterResult.CONTINUE;
    }

    if (!(node instanceof Element element)) {
      return FilterResult.SKIP_ENTIRELY;
    }

    String name = element.normalName();
    if (UNSEEN.contains(name) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }

    open(element, name);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element, element.normalName());
    }

    return FilterResult.CONTINUE;
  }

  private void open(Element element, String name) {
    if (name.equals("br")) {
      breakLine();
      return;
    }

    if (name.equals("td") || name.equals("th")) {
      separateCell();
      return;
    }

    if (element.isBlock()) {
      endLine();
    }

    if (isParagraph(element, name)) {
      blankLine();
    }

    if (isSignature(element)) {
      endLine();
      line.append("-- ");
      breakLine();
    }

    switch (name) {
      case "li" -> line.append("- ");
      case "pre" -> preDepth++;
      case "blockquote" -> quoteDepth += isQuote(element) ? 1 : 0;
      default -> {}
    }
  }

  private void close(Element element, String name) {
    if (element.isBlock() && !name.equals("td") && !name.equals("th")) {
      endLine();
    }

    if (isParagraph(element, name)) {
      blankLine();
    }

    switch (name) {
      case "pre" -> preDepth--;
      case "blockquote" -> quoteDepth -= isQuote(element) ? 1 : 0;
      default -> {}
    }
  }

  private void append(String words) {
    if (preDepth > 0) {
      String[] lines = words.split("\r?\n", -1);
      for (int i = 0; i < lines.length; i++) {
        line.append(lines[i]);
        if (i + 1 < lines.length) {
          breakLine();
        }
      }

      return;
    }

    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!isSpace) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
  }

  private void separateCell() {
    if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  private void endLine() {
    if (!line.toString().isBlank()) {
      breakLine();
    }

    line.setLength(0);
  }

  private void breakLine() {
    // "-- " needs its space to be known as a signature's beginning
    String plain = line.toString().replace('\u00a0', ' ');
    String said = plain.equals("-- ") ? plain : plain.stripTrailing();
    text.append("> ".repeat(Math.min(quoteDepth, DEEPEST_QUOTE))).append(said).append('\n');
    line.setLength(0);
  }

  private void blankLine() {
    int length = text.length();
    boolean isBlank = length == 0 || (length > 1 && endsBlank(length));
    if (!isBlank) {
      breakLine();
    }
  }

  private boolean endsBlank(int length) {
    int start = text.lastIndexOf("\n", length - 2) + 1;
    return text.substring(start, length).replace(">", "").isBlank();
  }

  private static int unclosed(String html) {
    int open = 0;
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      if (!NEVER_CLOSED.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
        open += tag.group(1).isEmpty() ? 1 : -1;
      }
    }

    return open;
  }

  private static boolean isParagraph(Element element, String name) {
    // Outlook writes each line as a paragraph without margin
    return PARAGRAPHS.contains(name)
        && !element.className().startsWith("Mso")
        && !NO_MARGIN.matcher(style(element)).find();
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden") || HIDDEN.matcher(style(element)).find();
  }

  private static boolean isSignature(Element element) {
    return element.hasClass("gmail_signature")
        || element.hasClass("moz-signature")
        || element.id().equalsIgnoreCase("Signature");
  }

  /** Web mail indents its author's own text by a blockquote without a border. */
  private static boolean isQuote(Element element) {
    return element.attr("type").equals("cite")
        || element.className().contains("quote")
        || !style(element).contains("border:none");
  }

  private static String style(Element element) {
    return element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
  }
}
