import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project.ts';
import { callLeaks } from './call-leaks.ts';
import { leakLine, transcriptLines } from './figures-text.ts';
import { transcriptFigures } from './transcript-figures.ts';

/** `npm run bench:ui`: the figures of the components, printed and as JSON. */
const { values } = parseArgs({
  options: { json: { type: 'string', default: `${projectRoot}/.data/bench-ui.json` } },
});
const jsonFile = resolve(values.json);
const workDir = mkdtempSync(join(tmpdir(), 'ui-performance-'));
try {
  const transcript = await transcriptFigures({ times: 200, scrollMs: 6_000 }, workDir);
  print(transcriptLines(transcript));
  const inStrictMode = await callLeaks('development', 20, workDir);
  const inProduction = await callLeaks('production', 20, workDir);
  print([inStrictMode, inProduction].map(leakLine));
  mkdirSync(dirname(jsonFile), { recursive: true });
  const all = {
    takenAt: new Date().toISOString(),
    transcript,
    calls: [inStrictMode, inProduction],
  };
  writeFileSync(jsonFile, `${JSON.stringify(all, null, 2)}\n`);
  print([`Written to ${jsonFile}`]);
} finally {
  await rm(workDir, { recursive: true, force: true });
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
