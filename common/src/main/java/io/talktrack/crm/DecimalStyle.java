package io.talktrack.crm;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How an export writes numbers. */
public enum DecimalStyle {
  /** 1,234.56 */
  POINT('.', ','),
  /** 1.234,56 */
  COMMA(',', '.');

  private static final int MAX_LENGTH = 40;

  private final char decimal;
  private final Pattern number;
  private final Pattern separators;

  DecimalStyle(char decimal, char grouping) {
    this.decimal = decimal;
    String group = "[" + Pattern.quote(String.valueOf(grouping)) + "'’ ]";
    // groups of two are Indian: 1,20,000
    this.number =
        Pattern.compile(
            "[+-]?(?:\\d+|\\d{1,3}(?:%s\\d{2,3})*%s\\d{3})(?:%s\\d+)?"
                .formatted(group, group, Pattern.quote(String.valueOf(decimal))));
    this.separators = Pattern.compile(group);
  }

  BigDecimal parse(String field, String text) throws UnusableRecord {
    String plain = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    if (plain.startsWith("(") && plain.endsWith(")")) {
      plain = "-" + plain.substring(1, plain.length() - 1).strip();
    }

    if (plain.length() > MAX_LENGTH || !number.matcher(plain).matches()) {
      throw new UnusableRecord(field + " is not a number written in the style " + name());
    }

    return new BigDecimal(separators.matcher(plain).replaceAll("").replace(decimal, '.'));
  }

  /** Writes a number of a typed source, so that one parser reads typed and untyped sources. */
  String write(BigDecimal number) {
    return number.toPlainString().replace('.', decimal);
  }
}
