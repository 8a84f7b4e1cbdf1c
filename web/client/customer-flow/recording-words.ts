import type { RecordingNoticeLabels } from '@agent/ui';

const ourWords: RecordingNoticeLabels = {
  title: 'May we also record the sound?',
  body: 'We keep the sound of both of you, so that we can hear again what was agreed. Card numbers are left out, and the agent can pause the recording, for example while you pay.',
  accept: 'Yes, record it',
  acceptHint: 'You see when recording is on and when it is paused.',
  decline: 'No, keep no sound',
  declineHint: 'The call goes on just the same.',
};

/** The words by which a customer is asked to be recorded: those of the queue, or ours when it has none. */
export function recordingWords(ownWords: string): RecordingNoticeLabels {
  return ownWords === '' ? ourWords : { ...ourWords, body: ownWords };
}
