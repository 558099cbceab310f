package io.talktrack.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/**
 * Writes a field's continued and percent-encoded parameters (RFC 2231) as plain ones, which is the
 * only form in which mime4j finds a boundary or a charset.
 */
final class ContinuedParameters {
  private static final Pattern NAME = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?(\\*)?");

  private ContinuedParameters() {}

  static RawField joined(RawField field) {
    if (!field.getName().equalsIgnoreCase("Content-Type") || !field.getBody().contains("*")) {
      return field;
    }

    RawBody body = RawFieldParser.DEFAULT.parseRawBody(field);
    Map<String, TreeMap<Integer, String>> pieces = new LinkedHashMap<>();
    for (NameValuePair pair : body.getParams()) {
      Matcher name = NAME.matcher(pair.getName());
      if (pair.getValue() != null && name.matches()) {
        int place = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
        String value = name.group(3) == null ? pair.getValue() : decoded(pair.getValue());
        pieces.computeIfAbsent(name.group(1), key -> new TreeMap<>()).put(place, value);
      }
    }

    StringBuilder plain = new StringBuilder(body.getValue());
    pieces.forEach(
        (name, values) ->
            plain
                .append("; ")
                .append(name)
                .append("=\"")
                .append(String.join("", values.values()).replaceAll("[\"\\\\\r\n]", ""))
                .append('"'));
    return new RawField(field.getName(), plain.toString());
  }

  /** Without the charset and language in front; what is read here is ASCII by its nature. */
  private static String decoded(String value) {
    String text = value.replaceFirst("^[^']{0,60}'[^']{0,40}'", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(text.charAt(i));
      }
    }

    return out.toString(ISO_8859_1);
  }
}
