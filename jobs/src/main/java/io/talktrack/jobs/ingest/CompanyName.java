package io.talktrack.jobs.ingest;

import io.talktrack.privacy.Pseudonyms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A company's name as people say it: without its legal form. */
final class CompanyName {
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?:[\\s,.]+(?:inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|corp|corporation|company|co|group"
              + "|holdings|sa|bv|pty)\\.?)+$");
  private static final Pattern CHINESE_FORM = Pattern.compile("(?:股份|集团|有限|责任|公司)+$");
  private static final Set<String> SECOND_LEVELS =
      Set.of("co", "com", "org", "net", "ac", "gov", "edu");

  private CompanyName() {}

  static Optional<String> hash(String name, Pseudonyms pseudonyms) {
    String bare = bare(name);
    return bare.isBlank() ? Optional.empty() : Optional.of(pseudonyms.person("company " + bare));
  }

  static String bare(String name) {
    String plain = Pseudonyms.normalisedName(name);
    String shorter = LEGAL_FORM.matcher(plain).replaceFirst("");
    return CHINESE_FORM.matcher(shorter).replaceFirst("").strip();
  }

  /** The part of a domain that is the company's own word: acre of acre.co.uk. */
  static String ofDomain(String domain) {
    List<String> labels = List.of(domain.split("\\.", -1));
    int at = labels.size() - 2;
    boolean isRegistry = at > 0 && SECOND_LEVELS.contains(labels.get(at));
    return at < 0 ? domain : labels.get(isRegistry ? at - 1 : at);
  }
}
