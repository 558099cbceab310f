package io.talktrack.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells kinds of processor apart whose arithmetic may differ in the last bit. */
public final class Processor {
  private static final List<String> VECTOR_UNITS =
      List.of("amx_tile", "avx512_vnni", "avx512f", "avx_vnni", "avx2", "avx", "asimd");

  /** For example {@code amd64-avx2}. */
  public static String kind() {
    String architecture = System.getProperty("os.arch");
    Path cpuinfo = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpuinfo)) {
      return architecture;
    }
    try {
      Set<String> flags = Set.of(flagsIn(Files.readString(cpuinfo)));
      return VECTOR_UNITS.stream()
          .filter(flags::contains)
          .findFirst()
          .map(unit -> architecture + "-" + unit)
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }

  private static String[] flagsIn(String cpuinfo) {
    return cpuinfo
        .lines()
        .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
        .findFirst()
        .map(line -> line.substring(line.indexOf(':') + 1).trim().split("\\s+"))
        .map(flags -> Arrays.stream(flags).distinct().toArray(String[]::new))
        .orElseGet(() -> new String[0]);
  }

  private Processor() {}
}
