package io.talktrack.transcript;

import java.util.List;

/** Made files after the schemas that speech services publish, for what no real file is at hand. */
final class SpeechFixtures {
  static final String TRANSCRIBE_SPEAKERS =
      """
      {"jobName": "call-0042", "results": {
        "transcripts": [{"transcript": "What does it cost? Forty."}],
        "speaker_labels": {"speakers": 2, "segments": [
          {"start_time": "1.0", "end_time": "2.0", "speaker_label": "spk_0", "items": [
            {"start_time": "1.0", "end_time": "1.2", "speaker_label": "spk_0"},
            {"start_time": "1.2", "end_time": "2.0", "speaker_label": "spk_0"}]},
          {"start_time": "2.1", "end_time": "3.0", "speaker_label": "spk_1", "items": [
            {"start_time": "2.1", "end_time": "3.0", "speaker_label": "spk_1"}]}]},
        "items": [
          {"type": "pronunciation", "start_time": "1.0", "end_time": "1.2",
           "alternatives": [{"confidence": "0.9", "content": "What"}]},
          {"type": "pronunciation", "start_time": "1.2", "end_time": "2.0",
           "alternatives": [{"confidence": "0.8", "content": "cost"}]},
          {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "?"}]},
          {"type": "pronunciation", "start_time": "2.1", "end_time": "3.0",
           "alternatives": [{"confidence": "1.0", "content": "Forty"}]},
          {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": "."}]}]},
       "status": "COMPLETED"}
      """;

  static final String TRANSCRIBE_CHANNELS =
      """
      {"jobName": "call-0043", "results": {"transcripts": [],
        "channel_labels": {"number_of_channels": 2, "channels": [
          {"channel_label": "ch_0", "items": [
            {"type": "pronunciation", "start_time": "5.0", "end_time": "5.5",
             "alternatives": [{"confidence": "0.9", "content": "Forty"}]},
            {"type": "punctuation", "alternatives": [{"content": "."}]}]},
          {"channel_label": "ch_1", "items": [
            {"type": "pronunciation", "start_time": "1.0", "end_time": "1.5",
             "alternatives": [{"confidence": "0.9", "content": "你好"}]},
            {"type": "pronunciation", "start_time": "1.5", "end_time": "2.0",
             "alternatives": [{"confidence": "0.9", "content": "吗"}]},
            {"type": "punctuation", "alternatives": [{"content": "？"}]}]}]},
        "items": []}}
      """;

  static final String TRANSCRIBE_SEGMENTS =
      """
      {"jobName": "call-0044", "results": {"audio_segments": [
        {"id": 0, "transcript": "What does it cost?", "start_time": "1.0", "end_time": "2.0",
         "speaker_label": "spk_0", "items": [0, 1]},
        {"id": 1, "transcript": "Forty.", "start_time": "2.1", "end_time": "3.0",
         "speaker_label": "spk_1", "items": [2]}]}}
      """;

  static final String CALL_ANALYTICS =
      """
      {"Transcript": [
         {"LoudnessScores": [78.6, 80.0], "Content": "It's too expensive.", "Id": "a",
          "BeginOffsetMillis": 1000, "EndOffsetMillis": 2500, "Sentiment": "NEGATIVE",
          "ParticipantRole": "CUSTOMER", "Items": [
            {"Type": "pronunciation", "Content": "It's", "Confidence": "0.9",
             "BeginOffsetMillis": 1000, "EndOffsetMillis": 1300},
            {"Type": "pronunciation", "Content": "expensive", "Confidence": "0.8",
             "BeginOffsetMillis": 1300, "EndOffsetMillis": 2500},
            {"Type": "punctuation", "Content": ".", "Confidence": "0.0"}]},
         {"Content": "I understand.", "BeginOffsetMillis": 2600, "EndOffsetMillis": 3000,
          "ParticipantRole": "AGENT", "Items": []}],
       "AccountId": "111122223333", "JobName": "call-0045", "LanguageCode": "en-US",
       "Participants": [{"ParticipantRole": "AGENT"}, {"ParticipantRole": "CUSTOMER"}]}
      """;

  static final String CONTACT_LENS =
      """
      {"Version": "1.1.0", "Channel": "VOICE", "CustomerMetadata": {"ContactId": "contact-7"},
       "Transcript": [
         {"ParticipantId": "p1", "Id": "a", "Content": "How can I help?", "BeginOffsetMillis": 0,
          "EndOffsetMillis": 900, "LoudnessScore": [79.27]}],
       "Participants": [{"ParticipantId": "p1", "ParticipantRole": "AGENT"}]}
      """;

  static final String WHISPERX =
      """
      {"segments": [{"start": 1.0, "end": 3.0, "text": " What does it cost? Forty.",
         "speaker": "SPEAKER_00", "words": [
           {"word": "What", "start": 1.0, "end": 1.2, "score": 0.9, "speaker": "SPEAKER_00"},
           {"word": "cost?", "start": 1.2, "end": 2.0, "score": 0.8, "speaker": "SPEAKER_00"},
           {"word": "40."},
           {"word": "Right", "start": 2.5, "end": 3.0, "score": 0.7, "speaker": "SPEAKER_01"}]}],
       "word_segments": [
           {"word": "What", "start": 1.0, "end": 1.2, "score": 0.9, "speaker": "SPEAKER_00"}],
       "language": "en"}
      """;

  static final String WHISPER_WORDS =
      """
      {"task": "transcribe", "duration": 3.0, "text": "What does it cost?", "words": [
        {"word": "What", "start": 1.0, "end": 1.2}, {"word": "cost?", "start": 1.2, "end": 2.0}]}
      """;

  static final String DEEPGRAM_CHANNELS =
      """
      {"metadata": {"channels": 2}, "results": {"channels": [
        {"alternatives": [{"transcript": "forty", "words": [
          {"word": "forty", "start": 5.0, "end": 5.5, "confidence": 0.9, "speaker": 0,
           "punctuated_word": "Forty."}]}]},
        {"alternatives": [{"transcript": "what does it cost", "words": [
          {"word": "what", "start": 1.0, "end": 1.2, "confidence": 0.9, "speaker": 0},
          {"word": "cost", "start": 1.2, "end": 2.0, "confidence": 0.8, "speaker": 1}]}]}]}}
      """;

  static final String DEEPGRAM_UTTERANCES =
      """
      {"results": {"channels": [{"alternatives": []}, {"alternatives": []}], "utterances": [
        {"start": 1.0, "end": 2.0, "confidence": 0.9, "channel": 0, "transcript": "What is it?",
         "words": [{"word": "what", "start": 1.0, "end": 1.2, "confidence": 0.9}]},
        {"start": 2.0, "end": 3.0, "confidence": 0.9, "channel": 1, "transcript": "Forty.",
         "words": []}]}}
      """;

  static final String DEEPGRAM_PARAGRAPHS =
      """
      {"results": {"channels": [{"alternatives": [{"transcript": "What? Forty.", "paragraphs": {
        "transcript": "Speaker 0: What?", "paragraphs": [
          {"speaker": 0, "sentences": [{"text": "What?", "start": 1.0, "end": 2.0}]},
          {"speaker": 1, "sentences": [{"text": "Forty.", "start": 2.0, "end": 3.0}]}]}}]}]}}
      """;

  static final String ASSEMBLYAI =
      """
      {"id": "6a9z", "audio_url": "https://example.com/a.wav", "status": "completed",
       "text": "What is it? Forty.", "words": [
         {"text": "What", "start": 1000, "end": 1200, "confidence": 0.9, "speaker": "A"}],
       "utterances": [
         {"speaker": "A", "channel": "1", "start": 1000, "end": 2000, "confidence": 0.9,
          "text": "What is it?", "words": [
            {"text": "What", "start": 1000, "end": 1200, "confidence": 0.9, "speaker": "A"}]},
         {"speaker": "B", "channel": "2", "start": 1800, "end": 3000, "confidence": 0.9,
          "text": "Forty.", "words": []}]}
      """;

  static final String ASSEMBLYAI_SENTENCES =
      """
      {"id": "6a9z", "confidence": 0.9, "audio_duration": 3, "sentences": [
        {"text": "What is it?", "start": 1000, "end": 2000, "words": [], "speaker": "A"}]}
      """;

  static final String GOOGLE_DIARISED =
      """
      {"results": [
        {"alternatives": [{"transcript": "what is it", "confidence": 0.9, "words": [
          {"startTime": "1.300s", "endTime": "1.400s", "word": "what"},
          {"startTime": "1.400s", "endTime": "2s", "word": "it"}]}], "languageCode": "en-us"},
        {"alternatives": [{"transcript": "forty", "words": [
          {"startTime": "2.100s", "endTime": "3s", "word": "forty"}]}]},
        {"alternatives": [{"words": [
          {"startTime": "1.300s", "endTime": "1.400s", "word": "what", "speakerTag": 1},
          {"startTime": "1.400s", "endTime": "2s", "word": "it", "speakerTag": 1},
          {"startTime": "2.100s", "endTime": "3s", "word": "forty", "speakerTag": 2}]}]}]}
      """;

  static final String GOOGLE_V2 =
      """
      {"name": "operations/7", "done": true, "response": {"results": [
        {"alternatives": [{"transcript": "What is it?", "words": [
          {"endOffset": "0.300s", "word": "What", "confidence": 0.9, "speakerLabel": "1"}]}],
         "channelTag": 1, "resultEndOffset": "2s"},
        {"alternatives": [{"transcript": "Forty.", "words": [
          {"startOffset": "0.200s", "endOffset": "0.900s", "word": "Forty.", "confidence": 0.0,
           "speakerLabel": "1"}]}], "channelTag": 2}]}}
      """;

  static final String GOOGLE_PROTO =
      """
      {"results": [{"alternatives": [{"transcript": "What", "words": [
        {"start_time": {}, "end_time": {"seconds": 1, "nanos": 500000000}, "word": "What"}]}],
        "channel_tag": 0}]}
      """;

  static final String AZURE_CHANNELS =
      """
      {"source": "call.wav", "recognizedPhrases": [
        {"recognitionStatus": "Success", "channel": 0, "offset": "PT2.5S", "duration": "PT1S",
         "offsetInTicks": 25000000, "durationInTicks": 10000000, "nBest": [
           {"confidence": 0.9, "lexical": "forty", "display": "40.",
            "words": [{"word": "forty", "offset": "PT2.5S", "duration": "PT1S"}],
            "displayWords": [{"displayText": "40.", "offset": "PT2.5S", "duration": "PT1S"}]},
           {"confidence": 0.1, "lexical": "for tea", "display": "For tea."}]},
        {"recognitionStatus": "Success", "channel": 1, "offset": "PT1S", "duration": "PT1.25S",
         "nBest": [{"confidence": 0.9, "lexical": "what", "itn": "what", "display": "What?"}]},
        {"recognitionStatus": "NoMatch", "channel": 1, "offset": "PT9S", "duration": "PT1S",
         "nBest": []}]}
      """;

  static final String AZURE_FAST =
      """
      {"durationMilliseconds": 3000, "combinedPhrases": [{"text": "What? Forty."}], "phrases": [
        {"speaker": 1, "offsetMilliseconds": 1000, "durationMilliseconds": 800, "text": "What?",
         "words": [{"text": "What?", "offsetMilliseconds": 1000, "durationMilliseconds": 800}],
         "locale": "en-US", "confidence": 0.9},
        {"speaker": 2, "offsetMilliseconds": 2000, "durationMilliseconds": 900,
         "text": "Forty.", "words": []}]}
      """;

  static final String AZURE_FILES =
      """
      {"AudioFileResults": [{"AudioFileName": "a.wav", "SegmentResults": [
        {"RecognitionStatus": "Success", "ChannelNumber": "0", "SpeakerId": null,
         "Offset": 10000000, "Duration": 5000000,
         "NBest": [{"Confidence": 0.9, "Lexical": "forty", "Display": "Forty."}]}]}]}
      """;

  static final String SPEECHMATICS =
      """
      {"format": "2.9", "job": {"id": "oq"}, "metadata": {"type": "transcription"}, "results": [
        {"type": "punctuation", "start_time": 1.0, "end_time": 1.0, "attaches_to": "next",
         "alternatives": [{"content": "¿", "confidence": 1.0, "speaker": "S1"}]},
        {"type": "word", "start_time": 1.0, "end_time": 1.4,
         "alternatives": [{"content": "Que", "confidence": 0.9, "speaker": "S1"}]},
        {"type": "punctuation", "start_time": 1.4, "end_time": 1.4, "attaches_to": "both",
         "alternatives": [{"content": "-", "confidence": 1.0, "speaker": "S1"}]},
        {"type": "word", "start_time": 1.4, "end_time": 1.8,
         "alternatives": [{"content": "tal", "confidence": 0.8, "speaker": "S1"}]},
        {"type": "punctuation", "start_time": 1.8, "end_time": 1.8, "is_eos": true,
         "attaches_to": "previous",
         "alternatives": [{"content": "?", "confidence": 1.0, "speaker": "S1"}]},
        {"type": "speaker_change", "start_time": 2.0, "end_time": 2.0},
        {"type": "entity", "start_time": 2.0, "end_time": 3.0,
         "alternatives": [{"content": "40", "confidence": 0.7, "speaker": "UU"}]}]}
      """;

  static final String GONG =
      """
      {"requestId": "4al0", "records": {"totalRecords": 1}, "callTranscripts": [
        {"callId": "7782342274025937895", "transcript": [
          {"speakerId": "64", "topic": "Pricing", "sentences": [
            {"start": 1000, "end": 2000, "text": "What is it?"},
            {"start": 2000, "end": 2500, "text": "Too much."}]},
          {"speakerId": "65", "topic": null, "sentences": [
            {"start": 2600, "end": 3000, "text": "Forty."}]}]}]}
      """;

  static final String GONG_PARTIES =
      """
      {"calls": [{"metaData": {"id": "77", "started": "2026-04-14T12:15:00+02:00"}, "parties": [
         {"speakerId": "64", "name": "Ana Silva", "affiliation": "External"},
         {"speakerId": "65", "name": "Ben Ito", "affiliation": "Internal"}]}],
       "callTranscripts": [{"callId": "77", "transcript": [
         {"speakerId": "64", "sentences": [{"start": 0, "end": 900, "text": "What is it?"}]},
         {"speakerId": "65", "sentences": [{"start": 900, "end": 1500, "text": "Forty."}]}]}]}
      """;

  static final String FIREFLIES =
      """
      {"data": {"transcript": {"id": "01JX", "title": "Acme", "dateString": "2026-06-02T10:00:00.000Z",
        "date": 1, "speakers": [{"id": 0, "name": "Ana Silva"}], "participants": ["ana@a.example"],
        "sentences": [
          {"index": 0, "speaker_name": "Ana Silva", "speaker_id": 0, "start_time": 1.2,
           "end_time": 2.6, "text": "What is it?", "raw_text": "what is it", "ai_filters": null},
          {"index": 1, "speaker_name": null, "speaker_id": "1", "start_time": "3.00",
           "end_time": "3.50", "text": "", "raw_text": "Forty."}]}}}
      """;

  static final String FIREFLIES_LIST =
      """
      {"transcripts": [{"date": 1780394400000, "sentences": [
        {"speaker_name": "Ana Silva", "raw_text": "What is it?"}]}, {"id": "silent", "sentences": []}]}
      """;

  static final String GOOGLE_BATCH =
      """
      {"name": "projects/1/operations/2", "done": true, "response": {
        "@type": "type.googleapis.com/google.cloud.speech.v2.BatchRecognizeResponse",
        "totalBilledDuration": "9s", "results": {
          "gs://calls/2026/silent.wav": {"error": {"code": 3}},
          "gs://calls/2026/one.wav": {"metadata": {}, "inlineResult": {"transcript": {"results": [
             {"alternatives": [{"transcript": "What is it?", "confidence": 0.9}],
              "resultEndOffset": "2.500s", "languageCode": "en-us"}]}},
            "transcript": {"results": [{"alternatives": [{"transcript": "What is it?"}]}]}}}}}
      """;

  static final String GOOGLE_BATCH_OLD =
      """
      {"results": {"gs://calls/one.wav": {"transcript": {"results": [
        {"alternatives": [{"transcript": "Forty", "words": [
          {"start_offset": "1s", "end_offset": "1.500s", "word": "Forty", "speaker_label": "2"}]}]}]}}}}
      """;

  static final String PODCAST_CHANGES =
      """
      {"version": "1.0.0", "segments": [
        {"startTime": 1, "endTime": 2, "speaker": "Ana", "body": "What is it?"},
        {"startTime": 2, "endTime": 3, "body": "Is it forty?"},
        {"startTime": 3, "endTime": 4, "speaker": "Ben", "body": "Forty it is."}]}
      """;

  static final String CAPTIONS =
      """
      [{"start": 1.5, "end": 2, "text": "What is it?"}, {"start": 2, "end": 3, "text": "Forty."}]
      """;

  static final String WATSON =
      """
      {"result_index": 0, "results": [
        {"final": true, "alternatives": [{"transcript": "what is forty ", "confidence": 0.9,
          "timestamps": [["what", 1.0, 1.2], ["is", 1.2, 2.0], ["forty", 2.0, 3.0]],
          "word_confidence": [["what", 0.9], ["is", 0.8]]}]},
        {"final": false, "alternatives": [{"transcript": "for tea "}]}],
       "speaker_labels": [
        {"from": 1.0, "to": 1.2, "speaker": 0, "confidence": 0.7, "final": false},
        {"from": 2.0, "to": 3.0, "speaker": 1, "confidence": 0.7, "final": true}]}
      """;

  static final String WHISPER_CPP =
      """
      {"systeminfo": "", "result": {"language": "en"}, "transcription": [
        {"timestamps": {"from": "00:00:01,000", "to": "00:00:02,000"},
         "offsets": {"from": 1000, "to": 2000}, "text": " What else?", "speaker": "0", "tokens": [
          {"text": "[_BEG_]", "offsets": {"from": 1000, "to": 1000}, "p": 0.9},
          {"text": " What", "offsets": {"from": 1000, "to": 1400}, "p": 0.9},
          {"text": " el", "offsets": {"from": 1400, "to": 1600}, "p": 0.8},
          {"text": "se", "offsets": {"from": 1600, "to": 1900}, "p": 0.7},
          {"text": "?", "offsets": {"from": 1900, "to": 2000}, "p": 0.6}]}]}
      """;

  static final String CHUNKS =
      """
      {"speakers": [
        {"speaker": "SPEAKER_00", "timestamp": [1.0, 2.0], "text": " What is it?"},
        {"speaker": "SPEAKER_01", "timestamp": [2.0, null], "text": " Forty."}],
       "chunks": [{"timestamp": [1.0, null], "text": " What is it? Forty."}],
       "text": " What is it? Forty."}
      """;

  static final String REV_AI =
      """
      {"monologues": [
        {"speaker": 0, "elements": [
          {"type": "text", "value": "What", "ts": 1.0, "end_ts": 1.2, "confidence": 0.9},
          {"type": "punct", "value": " "},
          {"type": "text", "value": "else", "ts": 1.2, "end_ts": 2.0, "confidence": 0.8},
          {"type": "punct", "value": "?"}]},
        {"speaker": 1, "elements": [
          {"type": "text", "value": "Forty", "ts": 2.0, "end_ts": 3.0, "confidence": 1.0},
          {"type": "unknown", "value": "<inaudible>"}]}]}
      """;

  static final String GOOGLE_SILENCE =
      """
      {"results": [{"alternatives": [{}]}, {"alternatives": [{"transcript": "Forty."}]}]}
      """;

  static final List<String> ALL =
      List.of(
          TRANSCRIBE_SPEAKERS,
          TRANSCRIBE_CHANNELS,
          TRANSCRIBE_SEGMENTS,
          CALL_ANALYTICS,
          CONTACT_LENS,
          WHISPERX,
          WHISPER_WORDS,
          DEEPGRAM_CHANNELS,
          DEEPGRAM_UTTERANCES,
          DEEPGRAM_PARAGRAPHS,
          ASSEMBLYAI,
          ASSEMBLYAI_SENTENCES,
          GOOGLE_DIARISED,
          GOOGLE_V2,
          GOOGLE_PROTO,
          AZURE_CHANNELS,
          AZURE_FAST,
          AZURE_FILES,
          SPEECHMATICS,
          GONG,
          GONG_PARTIES,
          FIREFLIES,
          FIREFLIES_LIST,
          GOOGLE_BATCH,
          GOOGLE_BATCH_OLD,
          PODCAST_CHANGES,
          CAPTIONS,
          WATSON,
          WHISPER_CPP,
          CHUNKS,
          REV_AI,
          GOOGLE_SILENCE);

  private SpeechFixtures() {}
}
