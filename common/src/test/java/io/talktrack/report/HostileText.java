package io.talktrack.report;

import io.talktrack.report.page.SpanMark;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Puts one text into every place of a page that holds text, ids left out. */
final class HostileText {
  private static final String MARK = "document.documentElement.dataset.owned=1";

  private HostileText() {}

  /** Everything at once that has ever made a page run or fetch what it should not. */
  static String payload(String host) {
    return String.join(
            " ",
            "<script>MARK</script>",
            "\"><img src=HOST/a onerror=\"MARK\">",
            "'><svg onload='MARK'></svg>",
            "</script><script>MARK</script>",
            "<!--<script>",
            "</style></title></textarea></svg><script>MARK</script>",
            "<style>@import 'HOST/b';body{display:none}</style>",
            "javascript:MARK",
            "<base href=HOST/c/>",
            "<meta http-equiv=refresh content=0;url=HOST/d>",
            "<iframe srcdoc='<script>parent.MARK</script>' src=HOST/e></iframe>",
            "<link rel=stylesheet href=HOST/f>",
            "<a href=HOST/g onclick=MARK autofocus onfocus=MARK tabindex=1>x</a>",
            "<form action=HOST/h><button>go</button></form>",
            "${7*7} {{7*7}} {a|b} %s {0} `x` \\u003cscript\\u003e &lt;script&gt; &#60;b&#62;",
            "\u2028MARK//\u2029MARK",
            "\u202Egnp.exe\u0000\u0007\uD83D end")
        .replace("MARK", MARK)
        .replace("HOST", host);
  }

  @SuppressWarnings("unchecked")
  static <R extends Record> R in(R page, String text) {
    return (R) replaced(page, text);
  }

  private static Object replaced(Object value, String text) {
    if (value instanceof SpanMark mark) {
      return new SpanMark(0, Math.min(7, text.codePointCount(0, text.length())), mark.kind(), text);
    }

    if (value instanceof List<?> list) {
      return list.stream().map(one -> replaced(one, text)).toList();
    }

    return value instanceof Record record ? rebuilt(record, text) : value;
  }

  private static Object rebuilt(Record record, String text) {
    RecordComponent[] parts = record.getClass().getRecordComponents();
    try {
      Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        Object value = parts[i].getAccessor().invoke(record);
        boolean isText = value instanceof String && !parts[i].getName().endsWith("Id");
        values[i] = isText ? text : replaced(value, text);
      }

      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = record.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
