package io.talktrack.crm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.talktrack.crm.SourceTable.Cells;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an export of one JSON object a line; an object's fields become columns "owner.name". */
final class JsonLinesExport {
  private static final int MAX_LINE_CHARACTERS = 1 << 20;
  private static final int MAX_SCALE = 30;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxNumberLength(40)
                  .maxStringLength(100_000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final DecimalStyle decimalStyle;
  private final Map<String, String> columnByKey = new LinkedHashMap<>();

  private JsonLinesExport(DecimalStyle decimalStyle) {
    this.decimalStyle = decimalStyle;
  }

  static boolean isJson(String text) {
    String start = text.substring(0, Math.min(text.length(), 1000)).stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  static SourceTable read(String text, String path, DecimalStyle decimalStyle)
      throws CrmFormatException {
    if (text.stripLeading().startsWith("[")) {
      throw new CrmFormatException(
          "Cannot read %s: it is one JSON array. Write one object a line (jq -c '.[]')."
              .formatted(path));
    }

    return new JsonLinesExport(decimalStyle).table(text);
  }

  private SourceTable table(String text) {
    List<Cells> records = new ArrayList<>();
    List<BadRecord> bad = new ArrayList<>();
    int recordNo = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.isBlank()) {
        continue;
      }

      recordNo++;
      try {
        records.add(new Cells(recordNo, cells(line)));
      } catch (UnusableRecord e) {
        bad.add(new BadRecord(recordNo, e.getMessage()));
      }
    }

    return new SourceTable(List.copyOf(columnByKey.values()), records, bad);
  }

  private Map<String, String> cells(String line) throws UnusableRecord {
    if (line.length() > MAX_LINE_CHARACTERS) {
      throw new UnusableRecord("the line is longer than %d".formatted(MAX_LINE_CHARACTERS));
    }

    Map<String, String> cells = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new UnusableRecord("the line is not a JSON object");
      }

      flatten(parser, "", cells);
      if (parser.nextToken() != null) {
        throw new UnusableRecord("the line has more than one JSON value");
      }
    } catch (IOException e) {
      // the parser's own message may quote the record
      throw new UnusableRecord("the line is not JSON, or nested or written beyond the limits");
    }

    return cells;
  }

  private void flatten(JsonParser parser, String prefix, Map<String, String> cells)
      throws IOException, UnusableRecord {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String column = prefix + parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        flatten(parser, column + ".", cells);
        continue;
      }

      columnByKey.putIfAbsent(SourceTable.key(column), column);
      if (token == JsonToken.START_ARRAY) {
        // a list is no column; a mapping cannot name it
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL && !parser.getText().isBlank()) {
        put(cells, column, token.isNumeric() ? number(parser) : parser.getText().strip());
      }
    }
  }

  private String number(JsonParser parser) throws IOException, UnusableRecord {
    BigDecimal number = parser.getDecimalValue();
    if (Math.abs(number.scale()) > MAX_SCALE) {
      throw new UnusableRecord("a number has too many digits");
    }

    return decimalStyle.write(number);
  }

  private static void put(Map<String, String> cells, String column, String value)
      throws UnusableRecord {
    if (cells.put(SourceTable.key(column), value) != null) {
      throw new UnusableRecord("two fields have the same name but for case");
    }
  }
}
