import { once } from 'node:events';
import { connect } from 'node:net';
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

it('goes on when a client gives a request up while it is sent', async () => {
  const fake = await startFakeSpeechToText();
  try {
    const { hostname, port } = new URL(fake.url);
    const head = 'POST /v1/audio/transcriptions HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n';
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(head, resolve));
    socket.destroy();
    await once(socket, 'close');
    expect((await fetch(`${fake.url}/models`)).status).toBe(200);
    expect(fake.answered.size).toBe(0);
  } finally {
    await fake.close();
  }
});
