import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';

const { default: config } = await import(`${projectRoot}/.dependency-cruiser.js`);
const home = process.cwd();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'boundaries-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The rules that an import from one file to another breaks. */
async function broken(from: string, to: string, how = 'import { x } from'): Promise<string[]> {
  for (const file of [from, to]) mkdirSync(dirname(join(root, file)), { recursive: true });
  const up = '../'.repeat(from.split('/').length - 1);
  writeFileSync(join(root, to), 'export const x = 1;\nexport type X = number;\n');
  writeFileSync(join(root, from), `${how} './${up}${to}';\nexport type Y = typeof x;\n`);
  const { forbidden, options } = config;
  const { tsConfig: _unused, ...rest } = options;
  const { output } = await cruise(['.'], {
    ...rest,
    baseDir: root,
    ruleSet: { forbidden },
    validate: true,
  });
  const names = (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
  expect(process.cwd()).toBe(home);
  return [...new Set(names)].sort();
}

it.each([
  ['packages/protocol/src/a.ts', 'packages/calls/src/b.ts', 'protocol-imports'],
  ['packages/calls/src/a.ts', 'packages/store/src/b.ts', 'calls-imports'],
  ['packages/ui/src/a.ts', 'packages/store/src/b.ts', 'ui-imports'],
  ['packages/ui/src/a.ts', 'packages/ui/src/live/b.ts', 'livekit-only-in-live'],
  ['packages/rooms/src/a.ts', 'packages/store/src/b.ts', 'rooms-imports'],
  ['packages/whisper/src/a.ts', 'packages/protocol/src/b.ts', 'whisper-imports'],
  ['bot/src/a.ts', 'web/server/b.ts', 'bot-imports'],
  ['web/server/a.ts', 'bot/src/b.ts', 'web-imports'],
  ['web/server/a.ts', 'packages/testing/src/b.ts', 'testing-only-from-tests'],
  ['web/server/a.ts', 'scripts/b.ts', 'nobody-imports-tools'],
  ['bot/src/vad/a.ts', 'bot/src/transcribe/b.ts', 'bot-vad-comes-first'],
  ['bot/src/sentiment/a.ts', 'bot/src/en/b.ts', 'words-through-language'],
  ['bot/src/en/a.ts', 'bot/src/sentiment/b.ts', 'words-are-data'],
  ['bot/src/transcript/a.ts', 'bot/src/vad/b.ts', 'bot/src/transcript'],
  ['bot/src/vad/a.ts', 'bot/src/test-support/b.ts', 'bot/src/vad'],
  ['web/server/http/a.ts', 'web/server/calls/b.ts', 'web/server/http'],
  ['web/server/http/a.ts', 'web/server/services.ts', 'web/server/http'],
  ['web/client/call/a.ts', 'web/client/desk/b.ts', 'web/client/call'],
  ['web/client/call/a.ts', 'web/server/b.ts', 'web/client'],
  ['packages/store/src/log/a.ts', 'packages/store/src/calls/b.ts', 'packages/store/src/log'],
  ['scripts/a.ts', 'bench/src/b.ts', 'scripts-imports'],
  ['bench/src/a.ts', 'scripts/b.ts', 'stack-by-its-entry'],
  ['e2e/a.ts', 'web/server/b.ts', 'e2e-imports'],
])('refuses that %s imports %s', async (from, to, rule) => {
  expect(await broken(from, to)).toContain(rule);
});

it.each([
  ['packages/calls/src/a.ts', 'packages/protocol/src/b.ts'],
  ['web/server/a.ts', 'packages/store/src/b.ts'],
  ['web/server/a.test.ts', 'packages/testing/src/b.ts'],
  ['bot/src/vad/a.ts', 'bot/src/audio/b.ts'],
  ['bot/src/sentiment/a.ts', 'bot/src/language.ts'],
  ['bot/src/language.ts', 'bot/src/en/b.ts'],
  ['bot/src/calls/call-session.ts', 'bot/src/publish/b.ts'],
  ['bench/src/a.ts', 'scripts/start-stack.ts'],
  ['web/server/http/a.ts', 'web/server/problem.ts'],
  ['bot/src/transcript/a.ts', 'bot/src/transcribe/transcriber-error.ts'],
  ['scripts/checks/a.test.ts', 'bot/src/b.ts'],
])('allows that %s imports %s', async (from, to) => {
  expect(await broken(from, to)).toEqual([]);
});

it('allows a stage of the bot the types of an earlier one', async () => {
  const how = 'import type { X as x } from';
  expect(await broken('bot/src/transcript/a.ts', 'bot/src/vad/b.ts', how)).toEqual([]);
});
