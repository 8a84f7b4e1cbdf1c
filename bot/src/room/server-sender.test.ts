import { aCallId } from '@agent/testing/ids';
import { expect, it } from 'vitest';
import { createServerSender } from './server-sender.ts';

const callId = aCallId();

it('sends one after another to whom it is told, and refuses what is too much', async () => {
  const sent: { text: string; to: readonly string[] | undefined }[] = [];
  const answers: PromiseWithResolvers<void>[] = [];
  const send = createServerSender(
    {
      async sendData(_room, data, _kind, options = {}) {
        const to = Array.isArray(options) ? undefined : options.destinationIdentities;
        sent.push({ text: new TextDecoder().decode(data), to });
        const answer = Promise.withResolvers<void>();
        answers.push(answer);
        await answer.promise;
      },
    },
    callId,
  );
  const say = (text: string) => send(new TextEncoder().encode(text), ['the-agent']);
  const saying = Array.from({ length: 101 }, (_, index) => say(`${index}`));
  await expect.poll(() => sent).toEqual([{ text: '0', to: ['the-agent'] }]);
  await expect(say('too much')).rejects.toThrow(RangeError);
  answers[0]?.reject(new Error('away'));
  await expect(saying[0]).rejects.toThrow('away');
  await expect.poll(() => sent.at(-1)?.text).toBe('1');
  for (let index = 1; index < saying.length; index++) {
    await expect.poll(() => answers).toHaveLength(index + 1);
    answers[index]?.resolve();
    await saying[index];
  }
  expect(sent.map(({ text }) => text)).toEqual(saying.map((_, index) => `${index}`));
});
