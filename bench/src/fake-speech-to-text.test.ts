import { expect, it } from 'vitest';
import { startFakeSpeechToText } from './fake-speech-to-text.ts';

it('answers each sound with another text and counts by model', async () => {
  const fake = await startFakeSpeechToText();
  const ask = async (model: string) => {
    const body = new FormData();
    body.set('file', new Blob(['RIFF']), 'speech.wav');
    body.set('model', model);
    const answer = await fetch(`${fake.url}/audio/transcriptions`, { method: 'POST', body });
    return ((await answer.json()) as { text: string }).text;
  };
  try {
    expect(await ask('base')).not.toBe(await ask('base'));
    await ask('tiny.en');
    expect(Object.fromEntries(fake.answered)).toEqual({ base: 2, 'tiny.en': 1 });
    expect((await fetch(`${fake.url}/models`)).status).toBe(200);
  } finally {
    await fake.close();
  }
});
