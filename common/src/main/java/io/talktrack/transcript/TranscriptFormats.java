package io.talktrack.transcript;

import io.talktrack.call.Transcript;
import io.talktrack.transcript.UnreadableException.Reason;
import java.util.List;
import java.util.Optional;

/** Every format that a transcript can be read from. */
public final class TranscriptFormats {
  // the surest marks first: a signature, then structure, then the shape of lines
  private static final List<TranscriptFormat> ALL =
      List.of(
          new WebVtt(),
          new AmazonPostCallAnalytics(),
          new AmazonCallAnalytics(),
          new AmazonTranscribe(),
          new AmazonBedrock(),
          new Gong(),
          new Fireflies(),
          new Deepgram(),
          new AzureSpeech(),
          new Speechmatics(),
          new SpeechmaticsWords(),
          new IbmWatson(),
          new GoogleSpeech(),
          new GoogleBatch(),
          new RevAi(),
          new BbcKaldi(),
          new PaperEdit(),
          new DraftJs(),
          new AutoEdit(),
          new PodcastJson(),
          new AssemblyAi(),
          new WhisperJson(),
          new WhisperCpp(),
          new WhisperChunks(),
          new CaptionList(),
          new PodcastHtml(),
          new SubRip(),
          new YouTubeCaptions(),
          new JsonRecords(TranscriptColumns.USUAL),
          new CsvTable(TranscriptColumns.USUAL),
          new ZoomChat(),
          new OtterText(),
          new RevText(),
          new FirefliesText(),
          new Dialogue());

  private TranscriptFormats() {}

  public static List<TranscriptFormat> all() {
    return ALL;
  }

  /** Finds the format by the content and reads it; the path only breaks ties. */
  public static Transcript read(byte[] content, String path) throws UnreadableException {
    return read(content, path, TranscriptColumns.USUAL, Limits.DEFAULT);
  }

  /** The same, where tables have the columns that the settings name. */
  public static Transcript read(byte[] content, String path, TranscriptColumns columns)
      throws UnreadableException {
    return read(content, path, columns, Limits.DEFAULT);
  }

  static Transcript read(byte[] content, String path, Limits limits) throws UnreadableException {
    return read(content, path, TranscriptColumns.USUAL, limits);
  }

  private static Transcript read(
      byte[] content, String path, TranscriptColumns columns, Limits limits)
      throws UnreadableException {
    SourceText text = SourceBytes.decode(content, limits);
    return detect(text, path, columns).format().read(text);
  }

  public static Detection detect(byte[] content, String path) throws UnreadableException {
    return detect(content, path, TranscriptColumns.USUAL);
  }

  public static Detection detect(byte[] content, String path, TranscriptColumns columns)
      throws UnreadableException {
    return detect(SourceBytes.decode(content, Limits.DEFAULT), path, columns);
  }

  private static Detection detect(SourceText text, String path, TranscriptColumns columns)
      throws UnreadableException {
    for (TranscriptFormat any : ALL) {
      TranscriptFormat format = any.withColumns(columns);
      Optional<String> evidence = format.evidence(text, path);
      if (evidence.isPresent()) {
        return new Detection(format, evidence.get());
      }
    }

    throw UnreadableException.file(Reason.UNKNOWN_FORMAT);
  }
}
