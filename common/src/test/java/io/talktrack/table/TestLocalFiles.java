package io.talktrack.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestLocalFiles {
  @TempDir Path folder;
  private FileSystem files;

  @BeforeEach
  void open() throws IOException {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.file.impl", LocalFiles.class.getName());
    files = FileSystem.newInstance(folder.toUri(), configuration);
  }

  @Test
  void hadoopTakesTheClassForLocalFiles() {
    assertThat(files).isInstanceOf(LocalFiles.class);
  }

  @ParameterizedTest
  @CsvSource({
    "600, rw-------",
    "640, rw-r-----",
    "755, rwxr-xr-x",
    "000, ---------",
    "777, rwxrwxrwx"
  })
  void permissionsAreSet(String octal, String symbols) throws IOException {
    Path file = Files.writeString(folder.resolve("of a customer.parquet"), "rows");

    files.setPermission(hadoop(file), new FsPermission(octal));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(symbols);
    assertThat(files.getFileStatus(hadoop(file)).getPermission().toOctal())
        .isEqualTo(Short.parseShort(octal));
  }

  @Test
  void aNewFolderAndFileHaveThePermissionsThatWereAskedFor() throws IOException {
    Path day = folder.resolve("call_date=2026-05-04");
    Path part = day.resolve("part-0.parquet");

    files.mkdirs(hadoop(day), new FsPermission("700"));
    try (OutputStream out = FileSystem.create(files, hadoop(part), new FsPermission("600"))) {
      out.write("rows".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(day)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
        .isEqualTo("rw-------");
    assertThat(part).hasContent("rows");
  }

  private static org.apache.hadoop.fs.Path hadoop(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri());
  }
}
