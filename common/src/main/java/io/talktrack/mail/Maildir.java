package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the names in a Maildir: folders {@code cur}, {@code new} and {@code tmp}, and flags behind
 * the name ({@code 1714.M1.host:2,RS}).
 */
public final class Maildir {
  // a file system without ":" gets ";" or "!" instead
  private static final Pattern MAIL =
      Pattern.compile("(|.*/)(?:cur|new)/([^/]+?)(?:[:;!](?:2,([A-Za-z]*)|1,[^/]*))?");
  private static final Pattern LITTER =
      Pattern.compile(
          "(|.*/)(?:tmp/[^/]+|dovecot[-.]?[^/]*|maildir(?:folder|size)|subscriptions|courier[^/]*)");

  private Maildir() {}

  /** Whether the path is that of a mail in a Maildir. */
  static boolean holds(String path) {
    return MAIL.matcher(path).matches();
  }

  /** A mail's path whatever its flags, and whether it has been seen; any other path as it is. */
  public static String withoutFlags(String path) {
    Matcher mail = MAIL.matcher(path);
    return mail.matches() ? mail.group(1) + "cur/" + mail.group(2) : path;
  }

  /** Those of the paths that are no mails though in a Maildir: half delivered, or its server's. */
  public static Set<String> litter(Collection<String> paths) {
    Set<String> maildirs = new HashSet<>();
    for (String path : paths) {
      Matcher mail = MAIL.matcher(path);
      if (mail.matches()) {
        maildirs.add(mail.group(1));
      }
    }

    Set<String> litter = new HashSet<>();
    for (String path : paths) {
      Matcher other = LITTER.matcher(path);
      if (other.matches() && maildirs.contains(other.group(1))) {
        litter.add(path);
      }
    }

    return litter;
  }

  /** The mail as it lies there, marked as unsent where its flags say so. */
  static byte[] read(byte[] content, String path) {
    Matcher mail = MAIL.matcher(path);
    boolean isDraft = mail.matches() && mail.group(3) != null && mail.group(3).contains("D");
    return isDraft
        ? ("X-Unsent: 1\n" + new String(content, ISO_8859_1)).getBytes(ISO_8859_1)
        : content;
  }
}
