package io.talktrack.inbox;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads outside sets that are one JSON value, packed or not, up to a size. */
final class OutsideJson {
  private static final int MAX_BYTES = 128 << 20;

  // what is left out of a record is not looked at; what is in it must be there
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(100_000)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  /**
   * Reads a file, or the one file that a {@code .zip} holds.
   *
   * @param written as whom the file should be written, for the message
   */
  static <T> T read(Path file, String written, TypeReference<T> type) {
    try (InputStream in = Files.newInputStream(file)) {
      T read =
          JSON.readValue(
              file.toString().endsWith(".zip") ? unpacked(file, in) : all(file, in), type);
      if (read == null) {
        throw malformed(file.toString(), written, new IllegalArgumentException("it is null"));
      }
      return read;
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw malformed(file + line, written, e);
    } catch (ZipException | EOFException e) {
      throw malformed(file.toString(), written, e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read outside set " + file, e);
    }
  }

  static IllegalArgumentException malformed(String place, String written, Exception cause) {
    return new IllegalArgumentException(
        "Cannot read %s: it is cut or not written as %s is. Fetch it again, or take it out of the description of the sets."
            .formatted(place, written),
        cause);
  }

  private static byte[] unpacked(Path file, InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry entry = zip.getNextEntry();
    if (entry == null) {
      throw new ZipException("no zip archive, or an empty one");
    }
    return all(file, zip);
  }

  private static byte[] all(Path file, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "Cannot read %s: it holds more than %,d bytes. Give a part of it."
              .formatted(file, MAX_BYTES));
    }
    return bytes;
  }

  private OutsideJson() {}
}
