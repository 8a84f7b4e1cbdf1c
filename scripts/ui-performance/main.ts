import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project.ts';
import { type CallLeaks, callLeaks } from './call-leaks.ts';
import { leakLine, transcriptLines } from './figures-text.ts';
import { type TranscriptFigures, transcriptFigures } from './transcript-figures.ts';

/** `npm run bench:ui`: the figures of the components, printed and as JSON; `--only` takes one part. */
const parts = ['transcript', 'calls'] as const;
const { values } = parseArgs({
  options: {
    json: { type: 'string', default: `${projectRoot}/.data/bench-ui.json` },
    only: { type: 'string' },
  },
});
const wanted = parts.filter((part) => values.only === undefined || values.only === part);
if (wanted.length === 0) throw new Error(`--only takes one of: ${parts.join(', ')}`);
const jsonFile = resolve(values.json);
const workDir = mkdtempSync(join(tmpdir(), 'ui-performance-'));
try {
  const figures = {
    ...(wanted.includes('transcript') ? { transcript: await takeTranscript() } : {}),
    ...(wanted.includes('calls') ? { calls: await takeCalls() } : {}),
  };
  mkdirSync(dirname(jsonFile), { recursive: true });
  const all = { takenAt: new Date().toISOString(), ...figures };
  writeFileSync(jsonFile, `${JSON.stringify(all, null, 2)}\n`);
  print([`Written to ${jsonFile}`]);
} finally {
  await rm(workDir, { recursive: true, force: true });
}

async function takeTranscript(): Promise<TranscriptFigures> {
  const transcript = await transcriptFigures({ times: 200, scrollMs: 6_000 }, workDir);
  print(transcriptLines(transcript));
  return transcript;
}

async function takeCalls(): Promise<CallLeaks[]> {
  const all: CallLeaks[] = [];
  for (const mode of ['development', 'production'] as const) {
    const leaks = await callLeaks(mode, 20, workDir);
    print([leakLine(leaks)]);
    all.push(leaks);
  }
  return all;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
