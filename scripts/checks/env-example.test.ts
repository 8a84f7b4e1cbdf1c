import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { botEnvSchema } from '../../bot/src/env-schema.ts';
import { demoEnvSchema } from '../../demo/src/env-schema.ts';
import { whisperEnvSchema } from '../../packages/whisper/src/env-schema.ts';
import { webEnvSchema } from '../../web/server/env-schema.ts';
import { scriptsEnvSchema } from '../env-schema.ts';
import { projectRoot } from '../project.ts';
import { variablesOf } from './env-variables.ts';

/** Set by what starts a process, never by a person. */
const notForPeople = new Set(['NODE_ENV']);
const read = (file: string) => readFileSync(`${projectRoot}/${file}`, 'utf8');
const schemas = {
  web: variablesOf(webEnvSchema),
  bot: variablesOf(botEnvSchema),
  whisper: variablesOf(whisperEnvSchema),
  demo: variablesOf(demoEnvSchema),
  scripts: variablesOf(scriptsEnvSchema),
};
const composed = [...read('docker-compose.yml').matchAll(/\$\{([A-Z0-9_]+)/g)].map(
  ([, name]) => name,
);
const documented = [...read('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(
  ([, name]) => name,
);

it.each(Object.entries(schemas))('describes every variable that %s reads', (_part, variables) => {
  expect(variables.length).toBeGreaterThan(0);
  const missing = variables.filter((name) => !documented.includes(name) && !notForPeople.has(name));
  expect(missing).toEqual([]);
});

it('describes every variable that docker-compose.yml takes', () => {
  expect(composed.filter((name) => !documented.includes(name))).toEqual([]);
});

it('describes nothing that nobody reads, and nothing twice', () => {
  const read = new Set([...Object.values(schemas).flat(), ...composed]);
  expect(documented.filter((name) => !read.has(name ?? ''))).toEqual([]);
  expect(documented.filter((name, index) => documented.indexOf(name) !== index)).toEqual([]);
});
