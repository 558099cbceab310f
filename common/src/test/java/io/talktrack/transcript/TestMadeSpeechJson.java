package io.talktrack.transcript;

import static io.talktrack.transcript.Fixtures.readText;
import static io.talktrack.transcript.Fixtures.spoken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talktrack.call.Cue;
import io.talktrack.call.Speaker;
import io.talktrack.call.Transcript;
import io.talktrack.call.Word;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the speech services' schemas allow, on files that are made after them. */
class TestMadeSpeechJson {
  @Test
  void transcribesOldLabelsNameTheSpeakerByTime() throws Exception {
    Transcript transcript = readText(SpeechFixtures.TRANSCRIBE_SPEAKERS);

    assertThat(spoken(transcript))
        .containsExactly("1000-2000 spk_0 | What cost?", "2100-3000 spk_1 | Forty.");
    assertThat(words(transcript))
        .containsExactly(
            new Word(1000L, 1200L, "What", 0.9),
            new Word(1200L, 2000L, "cost?", 0.8),
            new Word(2100L, 3000L, "Forty.", 1.0));
    assertThat(transcript.conversationId()).isEqualTo("call-0042");
    assertThat(transcript.sourceSystem()).isEqualTo("amazon-transcribe");
  }

  @Test
  void transcribesChannelsComeInTheOrderOfTime() throws Exception {
    Transcript transcript = readText(SpeechFixtures.TRANSCRIBE_CHANNELS);

    assertThat(spoken(transcript))
        .containsExactly("1000-2000 ch_1 | 你好吗？", "5000-5500 ch_0 | Forty.");
    assertThat(transcript.cues()).extracting(Cue::channel).containsExactly("ch_1", "ch_0");
  }

  @Test
  void transcribesSegmentsAreReadWhereItemsAreMissing() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.TRANSCRIBE_SEGMENTS)))
        .containsExactly("1000-2000 spk_0 | What does it cost?", "2100-3000 spk_1 | Forty.");
  }

  @Test
  void callAnalyticsSaysWhoIsTheRep() throws Exception {
    Transcript transcript = readText(SpeechFixtures.CALL_ANALYTICS);

    assertThat(spoken(transcript))
        .containsExactly(
            "1000-2500 CUSTOMER | It's too expensive.", "2600-3000 AGENT | I understand.");
    assertThat(transcript.cues())
        .extracting(Cue::side)
        .containsExactly(Speaker.CUSTOMER, Speaker.REP);
    assertThat(words(transcript))
        .containsExactly(
            new Word(1000L, 1300L, "It's", 0.9), new Word(1300L, 2500L, "expensive.", 0.8));
    assertThat(transcript.conversationId()).isEqualTo("call-0045");
  }

  @Test
  void contactLensNamesRolesApartFromItsLines() throws Exception {
    Transcript transcript = readText(SpeechFixtures.CONTACT_LENS);

    assertThat(spoken(transcript)).containsExactly("0-900 AGENT | How can I help?");
    assertThat(transcript.cues()).extracting(Cue::side).containsExactly(Speaker.REP);
    assertThat(transcript.sourceSystem()).isEqualTo("amazon-connect");
    assertThat(transcript.conversationId()).isEqualTo("contact-7");
  }

  @Test
  void whisperXSegmentsAreSplitWhereTheirWordsChangeSpeaker() throws Exception {
    Transcript transcript = readText(SpeechFixtures.WHISPERX);

    assertThat(transcript.format()).isEqualTo("whisper-json");
    assertThat(spoken(transcript))
        .containsExactly("1000-2000 SPEAKER_00 | What cost? 40.", "2500-3000 SPEAKER_01 | Right");
    assertThat(words(transcript)).contains(new Word(null, null, "40.", null));
  }

  @Test
  void whispersWordsAloneMakeCues() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.WHISPER_WORDS)))
        .containsExactly("1000-2000 null | What cost?");
  }

  @Test
  void deepgramsSpeakersBeginAnewOnEachChannel() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.DEEPGRAM_CHANNELS)))
        .containsExactly(
            "1000-1200 Channel 1, Speaker 0 | what",
            "1200-2000 Speaker 1 | cost",
            "5000-5500 Channel 0, Speaker 0 | Forty.");
  }

  @Test
  void aChannelNamesWhomNothingElseNames() throws Exception {
    Transcript transcript = readText(SpeechFixtures.DEEPGRAM_UTTERANCES);

    assertThat(spoken(transcript))
        .containsExactly("1000-2000 Channel 0 | What is it?", "2000-3000 Channel 1 | Forty.");
    assertThat(words(transcript)).containsExactly(new Word(1000L, 1200L, "what", 0.9));
  }

  @Test
  void deepgramsParagraphsStandInForWords() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.DEEPGRAM_PARAGRAPHS)))
        .containsExactly("1000-2000 Speaker 0 | What?", "2000-3000 Speaker 1 | Forty.");
  }

  @Test
  void assemblyAisUtterancesMayOverlap() throws Exception {
    Transcript transcript = readText(SpeechFixtures.ASSEMBLYAI);

    assertThat(spoken(transcript))
        .containsExactly("1000-2000 A | What is it?", "1800-3000 B | Forty.");
    assertThat(transcript.cues()).extracting(Cue::channel).containsExactly("1", "2");
    assertThat(words(transcript)).containsExactly(new Word(1000L, 1200L, "What", 0.9));
  }

  @Test
  void assemblyAisSentencesAreATranscriptToo() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.ASSEMBLYAI_SENTENCES)))
        .containsExactly("1000-2000 A | What is it?");
  }

  @Test
  void googlesLastResultRepeatsAllWordsWithTheirSpeakers() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.GOOGLE_DIARISED)))
        .containsExactly("1300-2000 Speaker 1 | what it", "2100-3000 Speaker 2 | forty");
  }

  @Test
  void googlesSecondVersionIsReadInsideItsOperation() throws Exception {
    Transcript transcript = readText(SpeechFixtures.GOOGLE_V2);

    assertThat(spoken(transcript))
        .containsExactly(
            "0-300 Channel 1, Speaker 1 | What", "200-900 Channel 2, Speaker 1 | Forty.");
    assertThat(words(transcript))
        .containsExactly(new Word(0L, 300L, "What", 0.9), new Word(200L, 900L, "Forty.", null));
  }

  @Test
  void protocolBuffersLeaveZerosOut() throws Exception {
    Transcript transcript = readText(SpeechFixtures.GOOGLE_PROTO);

    assertThat(spoken(transcript)).containsExactly("0-1500 null | What");
    assertThat(transcript.cues()).extracting(Cue::channel).containsOnlyNulls();
  }

  @Test
  void azuresBestGuessIsKeptWithTheWordsItShows() throws Exception {
    Transcript transcript = readText(SpeechFixtures.AZURE_CHANNELS);

    assertThat(spoken(transcript))
        .containsExactly("1000-2250 Channel 1 | What?", "2500-3500 Channel 0 | 40.");
    assertThat(words(transcript)).containsExactly(new Word(2500L, 3500L, "40.", null));
  }

  @Test
  void azuresFastTranscriptionCountsMilliseconds() throws Exception {
    Transcript transcript = readText(SpeechFixtures.AZURE_FAST);

    assertThat(spoken(transcript))
        .containsExactly("1000-1800 Speaker 1 | What?", "2000-2900 Speaker 2 | Forty.");
    assertThat(words(transcript)).containsExactly(new Word(1000L, 1800L, "What?", null));
  }

  @Test
  void azuresSecondVersionCountsTicks() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.AZURE_FILES)))
        .containsExactly("1000-1500 null | Forty.");
  }

  @Test
  void speechmaticsMarksStandWhereTheyAttach() throws Exception {
    Transcript transcript = readText(SpeechFixtures.SPEECHMATICS);

    assertThat(spoken(transcript))
        .containsExactly("1000-1800 S1 | ¿Que-tal?", "2000-3000 null | 40");
    assertThat(words(transcript))
        .containsExactly(
            new Word(1000L, 1800L, "¿Que-tal?", 0.8), new Word(2000L, 3000L, "40", 0.7));
  }

  @Test
  void gongsSentencesAreItsSpeakersCues() throws Exception {
    Transcript transcript = readText(SpeechFixtures.GONG);

    assertThat(spoken(transcript))
        .containsExactly(
            "1000-2000 64 | What is it?", "2000-2500 64 | Too much.", "2600-3000 65 | Forty.");
    assertThat(transcript.conversationId()).isEqualTo("7782342274025937895");
    assertThat(transcript.startedAt()).isNull();
  }

  @Test
  void gongsPartiesSayWhoIsTheRep() throws Exception {
    Transcript transcript = readText(SpeechFixtures.GONG_PARTIES);

    assertThat(spoken(transcript))
        .containsExactly("0-900 Ana Silva | What is it?", "900-1500 Ben Ito | Forty.");
    assertThat(transcript.cues())
        .extracting(Cue::side)
        .containsExactly(Speaker.CUSTOMER, Speaker.REP);
    assertThat(transcript.startedAt()).isEqualTo(Instant.parse("2026-04-14T10:15:00Z"));
  }

  @Test
  void firefliesSentencesAreItsSpeakersCuesWithTheRawTextWhereNoOtherIs() throws Exception {
    Transcript transcript = readText(SpeechFixtures.FIREFLIES);

    assertThat(spoken(transcript))
        .containsExactly("1200-2600 Ana Silva | What is it?", "3000-3500 Speaker 1 | Forty.");
    assertThat(transcript.format()).isEqualTo("fireflies");
    assertThat(transcript.conversationId()).isEqualTo("01JX");
    assertThat(transcript.startedAt()).isEqualTo(Instant.parse("2026-06-02T10:00:00Z"));
  }

  @Test
  void firefliesListOfOneMeetingIsThatMeeting() throws Exception {
    Transcript transcript = readText(SpeechFixtures.FIREFLIES_LIST);

    assertThat(spoken(transcript)).containsExactly("null-null Ana Silva | What is it?");
    assertThat(transcript.startedAt()).isEqualTo(Instant.parse("2026-06-02T10:00:00Z"));
  }

  @Test
  void googlesBatchIsReadByItsRecordingsAddress() throws Exception {
    Transcript transcript = readText(SpeechFixtures.GOOGLE_BATCH);

    assertThat(spoken(transcript)).containsExactly("null-2500 null | What is it?");
    assertThat(transcript.format()).isEqualTo("google-speech-batch");
    assertThat(spoken(readText(SpeechFixtures.GOOGLE_BATCH_OLD)))
        .containsExactly("1000-1500 Speaker 2 | Forty");
  }

  @Test
  void watsonsSpeakersStandBesideItsWords() throws Exception {
    Transcript transcript = readText(SpeechFixtures.WATSON);

    assertThat(spoken(transcript))
        .containsExactly("1000-2000 Speaker 0 | what is", "2000-3000 Speaker 1 | forty");
    assertThat(words(transcript)).extracting(Word::confidence).containsExactly(0.9, 0.8, null);
  }

  @Test
  void whisperCppsPiecesAreJoinedToWords() throws Exception {
    Transcript transcript = readText(SpeechFixtures.WHISPER_CPP);

    assertThat(spoken(transcript)).containsExactly("1000-2000 Speaker 0 | What else?");
    assertThat(words(transcript))
        .containsExactly(new Word(1000L, 1400L, "What", 0.9), new Word(1400L, 2000L, "else?", 0.6));
  }

  @Test
  void chunksOfSpeakersComeBeforeChunksOfNobody() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.CHUNKS)))
        .containsExactly("1000-2000 SPEAKER_00 | What is it?", "2000-null SPEAKER_01 | Forty.");
  }

  @Test
  void revAisMonologuesAreCues() throws Exception {
    Transcript transcript = readText(SpeechFixtures.REV_AI);

    assertThat(spoken(transcript))
        .containsExactly(
            "1000-2000 Speaker 0 | What else?", "2000-3000 Speaker 1 | Forty <inaudible>");
    assertThat(words(transcript)).contains(new Word(1200L, 2000L, "else?", 0.8));
  }

  @Test
  void aFirstResultWithoutWordsHidesNoOther() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.GOOGLE_SILENCE)))
        .containsExactly("null-null null | Forty.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'callTranscripts': [{'callId': '1', 'transcript': []}, {'callId': '2'}]}",
        "{'transcripts': [{'sentences': [{'speaker_id': 1, 'text': 'a'}]},"
            + " {'sentences': [{'speaker_id': 1, 'text': 'b'}]}]}",
        "{'results': {'a': {'transcript': {'results': [{'alternatives': [{'transcript': 'a'}]}]}},"
            + " 'b': {'transcript': {'results': [{'alternatives': [{'transcript': 'b'}]}]}}}}",
        "{'AudioFileResults': [{'SegmentResults': []}, {'SegmentResults': []}]}"
      })
  void severalCallsInAFileAreToBeExportedOneByOne(String json) {
    assertThatThrownBy(() -> readText(json.replace('\'', '"')))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: SEVERAL_CALLS")
        .hasMessageEndingWith("Split it into one file for each call.");
  }

  @Test
  void aPodcastsSpeakerHoldsUntilTheNext() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.PODCAST_CHANGES)))
        .containsExactly(
            "1000-2000 Ana | What is it?",
            "2000-3000 Ana | Is it forty?",
            "3000-4000 Ben | Forty it is.");
  }

  @Test
  void aListOfCaptionsWithFractionsIsInSeconds() throws Exception {
    assertThat(spoken(readText(SpeechFixtures.CAPTIONS)))
        .containsExactly("1500-2000 null | What is it?", "2000-3000 null | Forty.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'results': {'transcripts': [{'transcript': ''}], 'items': []}} | EMPTY",
        "{'results': {'channels': [{'alternatives': []}]}} | EMPTY",
        "{'audio_url': 'a', 'status': 'error', 'error': 'no speech'} | EMPTY",
        "{'callTranscripts': []} | EMPTY",
        "{'text': '', 'segments': [], 'language': 'en'} | EMPTY",
        "{'results': {'items': [null]}} | MALFORMED",
        "{'results': {'items': [{'alternatives': [{'content': null}]}]}} | MALFORMED",
        "{'results': {'items': {'a': 1}}} | MALFORMED",
        "{'phrases': [{'offsetMilliseconds': -5, 'text': 'secret'}]} | BAD_TIMES",
        "{'recognizedPhrases': [{'offset': 'PTsecret'}]} | BAD_TIMES",
        "{'results': [{'alternatives': [{'words': [{'startTime': 'secret'}]}]}]} | BAD_TIMES",
        "[{'start': 'secret', 'end': 1, 'text': 'a'}] | BAD_TIMES"
      })
  void emptyAndWrongFilesAreToldApart(String json, String reason) {
    assertThatThrownBy(() -> readText(json.replace('\'', '"')))
        .isInstanceOf(UnreadableException.class)
        .hasMessageStartingWith("Cannot read transcript: " + reason)
        .hasMessageNotContaining("secret");
  }

  private static List<Word> words(Transcript transcript) {
    return transcript.cues().stream().flatMap(cue -> cue.words().stream()).toList();
  }
}
