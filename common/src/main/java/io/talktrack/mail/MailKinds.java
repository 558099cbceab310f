package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.email.MailKind;
import io.talktrack.playbook.DefinitionYaml;
import io.talktrack.playbook.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Tells a mail's kind by rules on its header, which stand in {@code kinds.yaml}. */
public final class MailKinds {
  private static final String RULES = "kinds.yaml";
  private static final MailKinds STANDARD = parse(resource());

  /** No rule needs more, and a value of 256 KiB would cost time. */
  private static final int LOOKED_AT = 2_000;

  private final List<Rule> rules;

  private MailKinds(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * What must be in a header, and what the mail then is.
   *
   * @param matches null where the field's being there is enough
   */
  record Rule(String id, MailKind kind, String header, Pattern matches, String source) {
    boolean applies(MailHeader mail) {
      return mail.all(header).stream()
          .anyMatch(value -> matches == null || matches.matcher(start(value)).find());
    }

    private static String start(byte[] value) {
      int length = Math.min(value.length, LOOKED_AT);
      return HeaderText.decode(new String(value, 0, length, ISO_8859_1).getBytes(ISO_8859_1));
    }
  }

  /** The rules that come with the product. */
  static MailKinds standard() {
    return STANDARD;
  }

  /**
   * Changes whenever mails could be told otherwise; belongs into what reading a mail depends on.
   */
  public static String version() {
    return "kinds-" + Integer.toHexString(resource().hashCode());
  }

  List<Rule> rules() {
    return rules;
  }

  /** The first rule that applies; none if a person wrote the mail. */
  Optional<Rule> ruleOf(MailHeader mail) {
    return rules.stream().filter(rule -> rule.applies(mail)).findFirst();
  }

  static MailKinds parse(String yaml) {
    Problems problems = new Problems();
    DefinitionYaml file = DefinitionYaml.parse(yaml, problems);
    problems.refuse("the rules for kinds of mail");

    file.allow("rules");
    List<Rule> rules = new ArrayList<>();
    for (DefinitionYaml rule : file.field("rules").items()) {
      rule.allow("id", "kind", "header", "matches", "source");
      String id = rule.field("id").id();
      if (rules.stream().anyMatch(other -> other.id().equals(id))) {
        rule.field("id").wrong(id, "give each rule an id of its own");
      }

      rules.add(
          new Rule(
              id,
              rule.field("kind").oneOf(MailKind.class),
              rule.field("header").text(),
              rule.has("matches") ? pattern(rule.field("matches")) : null,
              rule.field("source").text()));
    }

    problems.refuse("the rules for kinds of mail");
    return new MailKinds(rules);
  }

  private static Pattern pattern(DefinitionYaml field) {
    String text = field.text();
    try {
      return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      field.wrong(text, "write a regular expression: " + e.getDescription());
      return null;
    }
  }

  private static String resource() {
    try (InputStream rules = MailKinds.class.getResourceAsStream(RULES)) {
      return new String(rules.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the rules for kinds of mail " + RULES, e);
    }
  }
}
