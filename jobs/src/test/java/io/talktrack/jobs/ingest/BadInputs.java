package io.talktrack.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.talktrack.jobs.TinyCompany;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that nobody meant to be read, each made from a seed and put beside good ones. Every one
 * carries {@link #PERSONAL}, as far as its kind can.
 */
final class BadInputs {
  /** Stands in bad files only: where it is found in a table, content has leaked. */
  static final String PERSONAL = "Zenobia Quillfeather";

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final Path input;
  private final byte[] parquet;
  private final Random random;
  private int made;

  /**
   * @param parquet a whole file of a table
   */
  BadInputs(Path input, byte[] parquet, long seed) {
    this.input = input;
    this.parquet = parquet;
    this.random = new Random(seed);
  }

  /** Puts all kinds, each {@code rounds} times with other content; returns how many files. */
  int put(int rounds) throws IOException {
    for (int round = 0; round < rounds; round++) {
      brokenCalls(round);
      otherThanCalls(round);
      oddCalls(round);
      brokenArchives(round);
      brokenMails(round);
      brokenExports(round);
    }
    sideTables();
    oddNames();
    links();
    return made;
  }

  private void brokenCalls(int round) throws IOException {
    String call = call(round);
    byte[] text = call.getBytes(UTF_8);
    put("calls/bad/zeros-%d.vtt".formatted(round), new byte[1 + random.nextInt(5000)]);
    put("calls/bad/zero-%d.vtt".formatted(round), call.replace(": ", ":\0 "));
    put("calls/bad/noise-%d.vtt".formatted(round), noise(1 + random.nextInt(5000)));
    put("calls/bad/noise-%d.json".formatted(round), noise(1 + random.nextInt(5000)));
    put("calls/bad/empty-%d.vtt".formatted(round), "");
    put("calls/bad/blank-%d.txt".formatted(round), " \t\r\n".repeat(1 + random.nextInt(99)));
    put("calls/bad/only-mark-%d.srt".formatted(round), "\ufeff");
    put("calls/bad/only-head-%d.vtt".formatted(round), "WEBVTT\n\n");
    put("calls/bad/half-%d.jsonl".formatted(round), jsonLines(round).substring(0, 30));
    put("calls/bad/half-%d.json".formatted(round), whisper("1.0", "2.0").substring(0, 60));
    put("calls/bad/deep-%d.json".formatted(round), "[".repeat(5000 + round));
    put("calls/bad/odd-utf16-%d.vtt".formatted(round), cut(call.getBytes(UTF_16LE)));
    put("calls/bad/prose-%d.vtt".formatted(round), PERSONAL + " came by, and left again.\n");
    put(
        "calls/bad/picture-%d.srt".formatted(round),
        joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0}, noise(200)));
    put("calls/bad/half-character-%d.vtt".formatted(round), joined(text, new byte[] {(byte) 0xe4}));
    // one line is refused above 1,000,000 characters, so that a gigabyte without a break is too
    put(
        "calls/bad/line-over-limit-%d.vtt".formatted(round),
        TinyCompany.webVtt("Ann: " + "a".repeat(1_010_000 + round)));
    put("calls/bad/too-large-%d.vtt".formatted(round), new byte[(1 << 20) + 1]);
  }

  private void otherThanCalls(int round) throws IOException {
    String lines = jsonLines(round) + jsonLines(round + 1);
    String cells = "speaker,text,call_id\nAna,Hello %s.,1\n".formatted(PERSONAL);
    put("calls/bad/half-line-%d.jsonl".formatted(round), lines + lines.substring(0, 30));
    put("calls/bad/torn-utf16-%d.vtt".formatted(round), cut(call(round).getBytes(UTF_16BE)));
    put("calls/bad/torn-gb18030-%d.txt".formatted(round), halfCharacter(chinese(round)));
    put("calls/bad/open-quote-%d.csv".formatted(round), cells + "Ben,\"Hello.,1\n");
    put("calls/bad/more-cells-%d.csv".formatted(round), cells + "Ben,Hello.,1,2,3\n");
    put("calls/bad/two-calls-%d.csv".formatted(round), cells + "Ben,Hello.,2\n");
    put("calls/bad/%d/calls.csv".formatted(round), "file,account\na.vtt," + PERSONAL + "\n");
    put(
        "calls/bad/no-time-%d.vtt".formatted(round),
        "WEBVTT\n\n00:00:01.000 --> never %d\n%s: Hello.\n".formatted(round, PERSONAL));
    put("calls/bad/undated-%d.vtt".formatted(round), call(700 + round));
    put(
        "calls/bad/no-access-%d.html".formatted(round),
        "<html><body><h1>403</h1><p>No access, %s</p></body></html>\n".formatted(PERSONAL));
    put(
        "calls/bad/entities-%d.xml".formatted(round),
        "<!DOCTYPE a [<!ENTITY b \"%s\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;&c;</a>\n"
            .formatted(PERSONAL));
    put(
        "calls/bad/weather-%d.json".formatted(round),
        "{\"rain\":[%d],\"seen_by\":\"%s\"}".formatted(round, PERSONAL));
    put("calls/bad/cut-%d.parquet".formatted(round), cut(parquet));
    put("calls/bad/flipped-%d.parquet".formatted(round), flipped(parquet));
    put("emails/bad/flipped-%d.parquet".formatted(round), flipped(parquet));
    put("crm/bad/%d/contacts.parquet".formatted(round), cut(parquet));
    put("knowledge/bad/flipped-%d.md".formatted(round), flipped(parquet));
  }

  private void oddCalls(int round) throws IOException {
    int day = 1 + round;
    String call = call(round);
    put(odd("utf16-mark", day, "vtt"), ("\ufeff" + call).getBytes(UTF_16LE));
    put(odd("utf16-plain", day, "vtt"), call.replace("Ann", "An").getBytes(UTF_16BE));
    put(odd("gb18030", day, "txt"), chinese(round).getBytes(GB18030));
    put(odd("mark", day, "vtt"), "\ufeff" + call.replace("Ann", "Anne"));
    put(odd("wrong-suffix", day, "srt"), call.replace("Ann", "Annie"));
    put(odd("no-suffix", day, "xyz"), call.replace("Ann", "Anna"));
    put(odd("copy", day, "vtt"), call);
    put(odd("copy-again", day, "vtt"), call);
    put(odd("negative", day, "json"), whisper("-5.0", "-9." + day));
    put(odd("huge", day, "json"), whisper("1e300", "1e308" + day));
    put(odd("backwards", day, "json"), whisper("9.0", "2." + day));
    put(odd("year-one", day, "json"), gong(day, "0001-01-01T00:00:00Z"));
    put(odd("last-year", day, "json"), gong(100 + day, "+999999999-01-01T00:00:00Z"));
    put(odd("surrogates", day, "json"), whisper("1.0", "2.5").replace("Sure", "\\ud83d" + day));
    put(
        odd("overlapping", day, "vtt"),
        call.replace("00:00:06.000 -->", "00:00:01.000 -->").replace("Ann", "Andy"));
    if (round < 2) {
      put(odd("long-turn", day, "vtt"), TinyCompany.webVtt("Ann: " + "so ".repeat(330_000 + day)));
    }
    put(odd("torn-text", day, "vtt"), call.substring(0, call.length() - 9));
  }

  private void brokenArchives(int round) throws IOException {
    byte[] packed = gzip(call(round).getBytes(UTF_8));
    put("calls/bad/cut-%d.vtt.gz".formatted(round), cut(packed));
    put("calls/bad/flipped-%d.vtt.gz".formatted(round), flipped(packed));
    put("calls/bad/bomb-%d.vtt.gz".formatted(round), gzip(new byte[8 << 20]));
    put("calls/bad/nested-%d.vtt.gz".formatted(round), gzip(packed));
    put("calls/bad/no-gzip-%d.vtt.gz".formatted(round), noise(50));
    byte[] zip = zip("a-%d.vtt".formatted(round), call(round).getBytes(UTF_8));
    put("calls/bad/cut-%d.zip".formatted(round), cut(zip));
    put("calls/bad/bomb-%d.zip".formatted(round), zip("zeros.vtt", new byte[8 << 20]));
    put("calls/bad/out-%d.zip".formatted(round), zip("../out.vtt", call(round).getBytes(UTF_8)));
    put("calls/bad/nested-%d.zip".formatted(round), zip("in.zip", zip));
    put("calls/bad/no-zip-%d.zip".formatted(round), noise(100));
    put("calls/bad/encrypted-%d.zip".formatted(round), encrypted(zip));
    put("calls/bad/packed-nothing-%d.vtt.gz".formatted(round), gzip(new byte[0]));
    put("calls/bad/nothing-%d.zip".formatted(round), "");
    put("emails/bad/cut-%d.zip".formatted(round), cut(zip));
    put("emails/bad/cut-%d.eml.gz".formatted(round), cut(gzip(mail(round).getBytes(UTF_8))));
  }

  private void brokenMails(int round) throws IOException {
    String head = mail(round).strip();
    put("emails/bad/empty-%d.eml".formatted(round), "");
    put("emails/bad/prose-%d.eml".formatted(round), PERSONAL + " wrote nothing\n");
    put("emails/bad/noise-%d.eml".formatted(round), noise(1 + random.nextInt(4000)));
    put("emails/bad/zeros-%d.mbox".formatted(round), new byte[100]);
    put(
        "emails/bad/undated-%d.eml".formatted(round),
        head.replaceFirst("Date: .*\n", "") + "\n\nHi");
    put(
        "emails/bad/when-%d.eml".formatted(round),
        head.replaceFirst("Date: .*", "Date: soon") + "\n\nHi");
    put(
        "emails/bad/year-one-%d.eml".formatted(round),
        head.replaceFirst("Date: .*", "Date: 0001-01-01T00:00:00Z") + "\n\nHi");
    put(
        "emails/bad/last-year-%d.json".formatted(round),
        """
        {"id": "%d", "threadId": "18ec", "internalDate": "9000000000000000000", "payload":
          {"mimeType": "text/plain", "headers": [{"name": "From", "value": "%s <zq@lumen.example>"}],
           "body": {"data": "SGk="}}}
        """
            .formatted(round, PERSONAL));
    put("emails/bad/deep-%d.eml".formatted(round), deep(head, 40 + round));
    put("emails/bad/headers-%d.eml".formatted(round), "X-A: b\n".repeat(2100) + head + "\n\nHi");
    put("emails/bad/header-%d.eml".formatted(round), "X-A: " + "b".repeat(300_000) + "\n" + head);
    put(
        "emails/bad/half-%d.json".formatted(round),
        "{\"value\":[{\"id\":\"1\",\"conversationId\":");
    put(
        "emails/odd/some-%d.mbox".formatted(round),
        "From - Wed Jun  3 09:00:00 2026\n"
            + mail(1000 + round)
            + "\nHello.\n\nFrom - Wed Jun  3 09:00:00 2026\n"
            + PERSONAL
            + "\n\nFrom - Wed Jun  3 09:00:00 2026\n"
            + mail(1000 + round)
            + "\nThe same once more.\n");
    put(
        "emails/odd/charset-%d.eml".formatted(round),
        mail(2000 + round).replace("utf-8", "x-none").getBytes(ISO_8859_1));
    put("emails/odd/surrogate-%d.eml".formatted(round), mail(3000 + round) + "\n\ud83d broken\n");
  }

  private void brokenExports(int round) throws IOException {
    put("crm/bad/weather-%d.csv".formatted(round), "day,rain\n1," + PERSONAL + "\n");
    put("crm/bad/%d/accounts.csv".formatted(round), "");
    put("crm/bad/%d/reps.csv".formatted(round), "day,rain\n1," + PERSONAL + "\n");
    put("crm/bad/%d/contacts.csv".formatted(round), noise(300));
    put("crm/bad/%d/opportunities.jsonl".formatted(round), "[{\"opportunity_id\": 1}]");
    put("crm/bad/%d/opportunity_history.csv".formatted(round), "opportunity_id,\"torn\n");
    put(
        "crm/odd/%d/opportunities.csv".formatted(round),
        """
        opportunity_id,account_id,name,owner_rep_id,amount,currency,created_date,close_date,stage,modified_at
        D%1$d,A1,%2$s,R1,1,GBP,0001-01-01,2026-08-31,Discovery,2026-05-20T09:00:00Z
        E%1$d,A1,%2$s,R1,1,GBP,2026-05-20,2026-08-31,Discovery,+99999999-05-20T09:00:00Z
        """
            .formatted(round, PERSONAL));
    put(
        "crm/odd/%d/accounts.csv".formatted(round),
        "account_id,name,domain\n,%1$s,\nB%2$d,\"%1$s,\nC%2$d,%1$s,a,b,c,d\n\"\"\"\n"
            .formatted(PERSONAL, round));
    put(
        "crm/odd/%d/opportunities.jsonl".formatted(round),
        "{\"opportunity_id\":\"\\ud800\",\"name\":\"%s\"}\n{\"opp\n[1]\nnull\n"
            .formatted(PERSONAL));
  }

  /** A table beside the calls that names a column twice, and one that is no text. */
  private void sideTables() throws IOException {
    put(SideCar.PATH, "file,file\n2026-04-01 call.vtt," + PERSONAL + "\n");
    put(SpeakerTable.PATH, noise(300));
  }

  private void oddNames() throws IOException {
    int no = 0;
    for (String name :
        List.of(
            "2026-06-20 with  spaces ",
            "2026-06-20 10:30:00",
            "2026-06-20 100%25 %zz%",
            "2026-06-20 😀 华东",
            "2026-06-20 #?&=+;",
            "2026-06-20 'quoted' \"twice\"",
            "2026-06-20 {a} [b] *",
            "2026-06-20 back\\slash",
            "2026-06-20 e\u0301",
            "2026-06-20 " + "long".repeat(40))) {
      put("calls/names/" + name + ".vtt", call(900 + no++));
    }
    for (String hidden : List.of(".hidden.vtt", "_SUCCESS", "2026-06-20 draft.vtt~")) {
      Files.writeString(file("calls/names/" + hidden), call(950));
    }
  }

  /** To a file, to nothing, to a folder elsewhere, and to the folder that it lies in. */
  private void links() throws IOException {
    Path links = Files.createDirectories(input.resolve("calls/links"));
    Path elsewhere = Files.createDirectories(input.resolveSibling("elsewhere"));
    Files.writeString(elsewhere.resolve("2026-06-21 elsewhere.vtt"), call(800));
    Files.writeString(elsewhere.resolve("2026-06-22 linked.vtt"), call(801));
    Files.createSymbolicLink(links.resolve("folder"), elsewhere);
    Files.createSymbolicLink(
        links.resolve("2026-06-22 file.vtt"), elsewhere.resolve("2026-06-22 linked.vtt"));
    Files.createSymbolicLink(links.resolve("2026-06-22 gone.vtt"), links.resolve("nothing"));
    Files.createSymbolicLink(links.resolve("around"), input.resolve("calls"));
    Files.createSymbolicLink(links.resolve("again"), links);
    Files.createSymbolicLink(
        links.resolve("2026-06-22 itself.vtt"), links.resolve("2026-06-22 itself.vtt"));
    Files.write(elsewhere.resolve("zeros"), new byte[99]);
    Files.createSymbolicLink(file("calls/bad/link.vtt"), elsewhere.resolve("zeros"));
    made += 5;
  }

  private static String odd(String kind, int day, String suffix) {
    return "calls/odd/2026-05-%02d %s.%s".formatted(day, kind, suffix);
  }

  private static String call(int no) {
    return TinyCompany.webVtt(
        "Ann: Hello %s, this is call %d.".formatted(PERSONAL, no), "Bob: Hi.", "Ann: So, prices.");
  }

  private static String chinese(int no) {
    return "销售：您好，我想了解你们第%d个仓库的库存计划。\n客户：我们现在用表格，价格太贵了。\n销售：明白了，我们下周再谈。\n客户：好的，谢谢。\n".formatted(no);
  }

  private static String whisper(String start, String end) {
    return "{\"text\":\"Sure.\",\"language\":\"en\",\"segments\":[{\"id\":0,\"start\":%s,\"end\":%s,\"text\":\"Sure.\"}]}"
        .formatted(start, end);
  }

  private static String jsonLines(int no) {
    return "{\"speaker\":\"%s\",\"start\":%d,\"text\":\"One\"}\n".formatted(PERSONAL, no);
  }

  private static String gong(int no, String started) {
    return """
    {"callTranscripts": [{"callId": "%1$d", "transcript": [
      {"speakerId": "1", "sentences": [{"start": 1000, "end": 4000, "text": "Call %1$d?"}]}]}],
     "calls": [{"metaData": {"id": "%1$d", "started": "%2$s"}, "parties": []}]}
    """
        .formatted(no, started);
  }

  private static String mail(int no) {
    return TinyCompany.mail(
            "bad" + no, PERSONAL + " <zq@lumen.example>", "Zed <zed@zed.example>", 3)
        .replace("Offer and next steps", "Other");
  }

  private static String deep(String head, int depth) {
    StringBuilder mail = new StringBuilder(head.replaceFirst("\nContent-Type.*", ""));
    for (int part = 0; part < depth; part++) {
      mail.append("\nContent-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d".formatted(part));
    }
    return mail.append("\n\nHi\n").toString();
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    // or it might be taken for an archive now and then
    noise[0] = (byte) 0xff;
    return noise;
  }

  private byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2 | 1);
  }

  /** The last character is of two bytes, of which one is left. */
  private static byte[] halfCharacter(String text) {
    byte[] whole = text.strip().getBytes(GB18030);
    return Arrays.copyOf(whole, whole.length - 1);
  }

  /** As its local header and the directory's entry say. */
  private static byte[] encrypted(byte[] zip) {
    byte[] encrypted = zip.clone();
    encrypted[6] |= 1;
    int entry = new String(zip, ISO_8859_1).indexOf("PK\1\2");
    encrypted[entry + 8] |= 1;
    return encrypted;
  }

  private static byte[] flipped(byte[] whole) {
    byte[] flipped = whole.clone();
    flipped[whole.length - 6] ^= 0x55;
    return flipped;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return packed.toByteArray();
  }

  private void put(String path, String content) throws IOException {
    put(path, content.getBytes(UTF_8));
  }

  private void put(String path, byte[] content) throws IOException {
    Files.write(file(path), content);
    made++;
  }

  private Path file(String path) throws IOException {
    Path file = input.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Good files of every part: nothing that is bad may change what they say. */
  static void putGood(TinyCompany company) throws IOException {
    company.putCrm();
    for (int no = 1; no <= 12; no++) {
      company.put(
          "calls/good/2026-04-%02d call.vtt".formatted(no),
          TinyCompany.webVtt(
              "Ann Seller: Hello Bob, how is week %d?".formatted(no),
              "Bob Buyer: Your price is far too high.",
              "Ann Seller: I hear you."));
    }
    company.put("knowledge/good/prices.md", "# Prices\n\n## Plan\n\nThe plan costs 900.\n");
    for (int no = 1; no <= 8; no++) {
      company.put(
          "emails/good/%d.eml".formatted(no),
          TinyCompany.mail(
                  "good" + no, "Ann Seller <ann@lumen.example>", "Bob Buyer <bob@acre.example>", no)
              + "\nThank you for call %d. Does Thursday suit you?\n".formatted(no));
    }
  }
}
