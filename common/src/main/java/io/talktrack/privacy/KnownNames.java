package io.talktrack.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of those who take part in a conversation, so that they are masked in what is said.
 *
 * @param full names of two words and more, in lower case
 * @param given first words of names, in lower case
 * @param others the other words of names, in lower case
 * @param chinese whole names in ideographs
 */
public record KnownNames(
    Set<List<String>> full, Set<String> given, Set<String> others, Set<String> chinese) {
  public static final KnownNames NONE = new KnownNames(Set.of(), Set.of(), Set.of(), Set.of());

  private static final int MOST_PARTS = 4;
  private static final Pattern ROLE =
      Pattern.compile(
          "(?:.*\\d.*|speaker|customer|client|buyer|seller|prospect|agent|rep|sales|salesperson|support|team|user"
              + "|guest|host|caller|callee|operator|unknown|unidentified|moderator|interviewer|admin|info|office"
              + "|noreply|no|reply|notifications?|meeting|room|conference|iphone|ipad|android|participant|recording"
              + "|channel|chat|system|bot|assistant|notetaker|left|right|me|you|everyone|all|service|desk|help|hr"
              + "|marketing|finance|billing|accounts?|contact|hello|mail|news|newsletter|company|inc|ltd|llc|gmbh|corp|spk)");
  private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]{2,4}");
  private static final Pattern CHINESE_ROLE =
      Pattern.compile(".*(?:客户|销售|客服|顾问|主持|发言|说话|嘉宾|用户|坐席|座席|团队|经理|会议|参会|未知|访客|助手|公司|部).*");
  private static final Pattern COMPANY = Pattern.compile(" [|/–—-] |\\||@ |，|、| at ");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}'’-]+");

  public KnownNames {
    full = Set.copyOf(full);
    given = Set.copyOf(given);
    others = Set.copyOf(others);
    chinese = Set.copyOf(chinese);
  }

  /** Takes speakers' labels and mail's display names; what is a role or a room is left out. */
  public static KnownNames of(Collection<String> labels) {
    Set<List<String>> full = new HashSet<>();
    Set<String> given = new HashSet<>();
    Set<String> others = new HashSet<>();
    Set<String> chinese = new HashSet<>();
    for (String label : labels) {
      String name = COMPANY.split(Pseudonyms.normalisedName(label), 2)[0].strip();
      if (CHINESE.matcher(name).matches() && !CHINESE_ROLE.matcher(name).matches()) {
        chinese.add(name);
      }

      List<String> parts = parts(name);
      if (parts.size() > 1) {
        full.add(parts);
      }

      for (int i = 0; i < parts.size(); i++) {
        (i == 0 ? given : others).add(parts.get(i));
      }
    }

    return new KnownNames(full, given, others, chinese);
  }

  boolean isEmpty() {
    return given.isEmpty() && chinese.isEmpty();
  }

  private static List<String> parts(String name) {
    int at = name.indexOf('@');
    List<String> parts = new ArrayList<>();
    for (String part : words(at > 0 ? name.substring(0, at) : name)) {
      boolean isWord = part.chars().allMatch(c -> c < '\u2000');
      if (part.length() > 1 && isWord) {
        parts.add(part);
      }
    }

    boolean isRole =
        ROLE.matcher(name).matches()
            || parts.stream().anyMatch(part -> ROLE.matcher(part).matches());
    boolean isMailboxOnly = at > 0 && parts.size() < 2;
    return isRole || isMailboxOnly || parts.size() > MOST_PARTS ? List.of() : List.copyOf(parts);
  }

  private static List<String> words(String name) {
    return NOT_LETTERS.splitAsStream(name).toList();
  }
}
