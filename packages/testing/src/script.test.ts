import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listScripts, loadScript, SPEECH_DIR } from './script.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'script-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('listScripts', () => {
  it('finds the three calls of the fixtures', async () => {
    expect(await listScripts()).toEqual(['double-charge', 'late-delivery', 'password-reset']);
  });

  it('says which folder cannot be read', async () => {
    await expect(listScripts('/nowhere')).rejects.toThrow('/nowhere');
  });
});

describe('loadScript', () => {
  it('loads every fixture with words inside their turns and paths of both sides', async () => {
    for (const name of await listScripts()) {
      const script = await loadScript(name);
      expect(script.wavPaths.agent).toBe(join(SPEECH_DIR, name, 'agent.wav'));
      for (const turn of script.turns) {
        expect(turn.heardWords.at(0)?.startMs).toBeGreaterThanOrEqual(turn.startMs);
        expect(turn.heardWords.at(-1)?.endMs).toBeLessThanOrEqual(turn.endMs);
      }
    }
  });

  it('says what is wrong with a broken script', async () => {
    await mkdir(join(dir, 'broken'));
    await writeFile(join(dir, 'broken', 'script.json'), '{"name":"x","durationMs":1,"turns":[]}');
    await expect(loadScript('broken', dir)).rejects.toThrow(/script\.json is not a script/u);
    await writeFile(join(dir, 'broken', 'script.json'), '{');
    await expect(loadScript('broken', dir)).rejects.toThrow(/cannot be read/u);
  });
});
