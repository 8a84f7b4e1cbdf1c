import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecordings } from './open-recordings.ts';
import { bucketIn, recordingEnvSchema } from './recording-env.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const older = Buffer.alloc(32, 8).toString('base64');

test('without a key or a store nothing is recorded', () => {
  expect(openRecordings(recordingEnvSchema.parse({}))).toBeUndefined();
  expect(openRecordings(recordingEnvSchema.parse({ RECORDING_KEY: key }))).toBeUndefined();
  expect(openRecordings(recordingEnvSchema.parse({ RECORDING_STORE: '/x' }))).toBeUndefined();
});

test('the first key is for new recordings, the others open older ones', () => {
  const env = recordingEnvSchema.parse({
    RECORDING_KEY: `${key}, ${older}`,
    RECORDING_STORE: '/nowhere',
  });
  const masters = openRecordings(env)?.masters.map((master) =>
    Buffer.from(master).toString('base64'),
  );
  expect(masters).toEqual([key, older]);
});

test('a folder is a store', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
  const env = recordingEnvSchema.parse({ RECORDING_KEY: key, RECORDING_STORE: folder });
  await openRecordings(env)?.store.put('a', Buffer.from('x'));
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a bucket is named by an address', () => {
  expect(bucketIn('s3://calls.eu')).toBe('calls.eu');
  expect(bucketIn('/data/recordings')).toBeUndefined();
});

test.each([
  ['RECORDING_KEY', 'too short'],
  ['RECORDING_KEY', `${key},x`],
  ['RECORDING_STORE', 's3://not a bucket'],
  ['RECORDING_STORE', 's3://bucket/folder'],
])('refuses %s = %s without quoting it', (name, value) => {
  const { error } = recordingEnvSchema.safeParse({ [name]: value });
  expect(error?.issues).toHaveLength(1);
  expect(error?.issues[0]?.message).not.toContain(value);
});
