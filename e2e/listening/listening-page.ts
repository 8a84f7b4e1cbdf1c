import { join } from 'node:path';
import type { CallId } from '@agent/protocol';
import type { Stack } from '@agent/scripts/stack';
import { openPerson, type Person, signIn } from '../people.ts';
import { writeTone } from './tones.ts';

/** Opens the page on which a supervisor listens to a call, in a browser that would have a microphone. */
export async function openListeningPage(stack: Stack, callId: CallId): Promise<Person> {
  const wavPath = await writeTone('agent', join(stack.dataDir, 'tone-supervisor.wav'));
  const person = await openPerson(stack, wavPath, { loops: true });
  await signIn(person, stack, 'supervisor');
  await person.page.goto(`/supervisor/calls/${callId}`);
  return person;
}

/** What the browser says to a page that asks for its microphone. */
export function askForMicrophone({ page }: Person): Promise<string> {
  return page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      (error: Error) => error.name,
    ),
  );
}
