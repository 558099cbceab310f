package io.talktrack.privacy;

import static io.talktrack.privacy.PersonalData.LINK;
import static io.talktrack.privacy.PersonalData.SECRET;
import static io.talktrack.privacy.PersonalData.USER_NAME;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds links that name a person or hold a key, keys by their makers' prefixes, and {@code @names}.
 * A link to a page that anybody may read stays.
 */
final class Links {
  private static final int LONGEST = 2_000;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9@.-])(?:https?://|www\\.|(?=(?:[a-z]{2,3}\\.)?(?:linkedin|facebook|twitter|x"
              + "|instagram|github|calendly|xing|t|zoom|weibo)\\.(?:com|me|us)/))[^\\s<>\"'，。；、（）\\u0001]{4,"
              + LONGEST
              + "}");
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?i)//[^/?#]{1,200}@"
              + "|[?&#;](?:[a-z]{1,12}[_-])?(?:token|key|apikey|sig|signature|auth|session|sid|pwd|password|passcode|secret"
              + "|jwt|code|email|mail|user|username|userid|uid|phone|invite|ticket|tk)="
              + "|linkedin\\.com/(?:in|pub)/|(?:facebook|twitter|instagram|weibo|xing)\\.com/(?!$|home\\b|search\\b"
              + "|company\\b|share\\b|hashtag\\b)[\\w.@-]|(?<![a-z0-9])(?:x\\.com|t\\.me|github\\.com)/[\\w-]{2,}/?$"
              + "|calendly\\.com/[\\w-]{2,}|zoom\\.us/(?:j|my|w)/"
              + "|/(?:users?|profiles?|people|members?|u|accounts?/reset|reset|unsubscribe|invite)/[\\w.@%-]{2,}"
              + "|/@[\\w.-]{2,}|/~\\w{2,}");
  private static final Pattern TOKEN =
      Pattern.compile("[/=](?=[A-Za-z_-]{0,60}\\d)(?=[\\d_-]{0,60}[A-Za-z])[A-Za-z0-9_-]{28,200}");
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:[spr]k_(?:live|test)_\\w{10,100}|AKIA[0-9A-Z]{16}|gh[pousr]_\\w{30,100}"
              + "|xox[abprs]-[\\w-]{10,200}|eyJ[\\w-]{10,2000}\\.[\\w-]{10,2000}\\.[\\w-]{0,2000})");
  private static final Pattern HANDLE =
      Pattern.compile(
          "(?<![\\w.@/:+-])@(?<name>[A-Za-z_][\\w.-]{1,38}\\w|[\\u4e00-\\u9fff]{2,4}(?=[ ,，:：]|$))");
  private static final Set<String> EVERYBODY =
      Set.of("all", "channel", "everyone", "here", "media", "override", "team", "support", "sales");

  private Links() {}

  static List<Span> in(Passage passage) {
    List<Span> spans = new ArrayList<>();
    String text = passage.plain();
    if (text.indexOf('/') >= 0) {
      Matcher link = ADDRESS.matcher(text);
      while (link.find()) {
        int end = end(text, link.start(), link.end());
        String address = text.substring(link.start(), end);
        if (PERSONAL.matcher(address).find() || TOKEN.matcher(address).find()) {
          spans.add(new Span(LINK, link.start(), end, "link.personal"));
        }
      }
    }

    if (text.indexOf('_') >= 0
        || text.contains("AKIA")
        || text.contains("eyJ")
        || text.contains("xox")) {
      Matcher key = KEY.matcher(text);
      while (key.find()) {
        spans.add(new Span(SECRET, key.start(), key.end(), "secret.key"));
      }
    }

    if (text.indexOf('@') >= 0) {
      Matcher handle = HANDLE.matcher(text);
      while (handle.find()) {
        if (!EVERYBODY.contains(handle.group("name").toLowerCase(Locale.ROOT))) {
          spans.add(new Span(USER_NAME, handle.start(), handle.end(), "user.handle"));
        }
      }
    }

    return spans;
  }

  private static int end(String text, int start, int end) {
    int last = end;
    while (last > start && ".,;:!?)]}".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }

    return last;
  }
}
