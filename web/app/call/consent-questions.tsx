'use client';
import { type Consent, RecordingNotice } from '@agent/ui';
import { type ConsentAnswers, recordingAnswer } from '#client/customer-flow/consent-answers.ts';
import { recordingWords } from '#client/customer-flow/recording-words.ts';

/** Asks for two things apart: to write the call down and, where that is done, to keep its sound. */
export function ConsentQuestions({
  answers,
  onConsent,
  onRecording,
  ownWords,
  isAsked,
}: {
  answers: ConsentAnswers;
  onConsent(consent: Consent): void;
  onRecording(recording: Consent): void;
  /** The queue's, by which it asks to record; empty: ours. */
  ownWords: string;
  /** Whether an answer that is missing is pointed out. */
  isAsked: boolean;
}) {
  const isOff = answers.consent === 'declined';
  const recording = recordingAnswer(answers);
  const missing = 'Choose one of the two to go on.';
  return (
    <>
      <RecordingNotice
        value={answers.consent}
        onValueChange={onConsent}
        error={isAsked && !answers.consent ? missing : undefined}
        labels={textLabels}
      />
      {answers.isRecordingAsked ? (
        <RecordingNotice
          value={recording}
          onValueChange={onRecording}
          disabled={isOff}
          error={isAsked && !recording ? missing : undefined}
          labels={recordingWords(ownWords)}
        >
          {isOff ? <p className="call-recording-off">{whyOff}</p> : null}
        </RecordingNotice>
      ) : null}
    </>
  );
}

const textLabels = {
  title: 'May we write this call down?',
  body: 'A program turns what you and the agent say into text. You both read it during the call, and it is kept with your request so that nobody has to ask you twice.',
  accept: 'Yes, write it down',
  acceptHint: 'You get captions of the call.',
  decline: 'No, only talk',
  declineHint: 'Nothing you say is stored. Chat messages still are.',
};

const whyOff =
  'Not possible for a call that is not written down: we find card numbers in the text to leave them out of the sound.';
