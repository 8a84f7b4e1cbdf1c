import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { audioProblems } from '../../packages/ui/src/live/room/audio-problem.ts';
import { projectRoot } from '../project.ts';
import { pictures } from './picture-list.ts';

const folder = join(projectRoot, 'packages/ui');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const sources = globSync('src/**/*.{ts,tsx}', { cwd: folder })
  .filter((file) => !/stories|\.test\./.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
const styles = readFileSync(join(folder, 'src/styles/tokens.css'), 'utf8');

it('shows code that the types of the package allow', { timeout: 120_000 }, () => {
  const blocks = [...readme.matchAll(/^```tsx\n([\s\S]*?)^```/gm)].map(([, code = '']) => code);
  expect(blocks.length).toBeGreaterThan(3);
  expect(faultsOf(blocks)).toEqual([]);
});

describe('components', () => {
  const index = [
    'index.ts',
    'figures/index.ts',
    'replay/index.ts',
    'sessions/index.ts',
    'supervision/index.ts',
    'wall/index.ts',
    'wrap-up/index.ts',
  ]
    .map((entry) => readFileSync(join(folder, 'src', entry), 'utf8'))
    .join('\n');
  const names = [...index.matchAll(/export \{([^}]*)\} from '[^']+\.tsx'/g)].flatMap(
    ([, list = '']) => list.split(',').map((name) => name.trim()),
  );
  const components = names.filter((name) => /^[A-Z]+[a-z]\w*$/.test(name));

  it.each(components)('describes %s with a picture', (name) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| **\`${name}\`**`));
    expect(row).toMatch(/<img src="pictures\/[a-z-]+\.png" alt="[^"]+"/);
  });
});

describe('pictures', () => {
  const shown = [...readme.matchAll(/"pictures\/([a-z-]+)\.png"/g)].map(([, name]) => name);
  const files = readdirSync(join(folder, 'pictures'));

  it('are all shown, listed and there', () => {
    const listed = pictures.map(({ name }) => name).sort();
    expect([...new Set(shown)].sort()).toEqual(listed);
    expect(files.sort()).toEqual(listed.map((name) => `${name}.png`).sort());
  });

  it('are small', () => {
    const bytes = pictures.map(({ name, page }) => ({
      name,
      isTooBig: statSync(join(folder, 'pictures', `${name}.png`)).size > (page ? 130_000 : 40_000),
    }));
    expect(bytes.filter(({ isTooBig }) => isTooBig)).toEqual([]);
  });
});

it('names slots and tokens that exist', () => {
  const rows = readme.split('\n').filter((line) => line.startsWith('| **'));
  const slots = rows.flatMap((row) => wordsIn(row.split(' | ')[2] ?? ''));
  const tokens = [...readme.matchAll(/--aui-[a-z]+[a-z-]*/g)].map(([name]) => name);
  expect(slots.length).toBeGreaterThan(40);
  expect(slots.filter((slot) => !isSlot(slot))).toEqual([]);
  expect(tokens.filter((token) => !styles.includes(`${token}:`))).toEqual([]);
});

it('says what to tell the person for each problem with audio', () => {
  const isDescribed = (problem: string) =>
    new RegExp(`^\\| \`${problem}\` +\\| \\S`, 'm').test(readme);
  expect(audioProblems.filter((problem) => !isDescribed(problem))).toEqual([]);
});

function isSlot(name: string): boolean {
  const named = [`slot="${name}"`, `slot: '${name}'`, `part('${name}'`];
  return named.some((text) => sources.includes(text));
}

function wordsIn(cell: string): string[] {
  return [...cell.matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word);
}

/** What the compiler says of modules that stand in the folder of the package. */
function faultsOf(modules: readonly string[]): string[] {
  const files = new Map(modules.map((code, index) => [join(folder, `readme-${index}.tsx`), code]));
  const config = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, projectRoot, {
    types: ['node', 'vite/client'],
  });
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersion, ...rest) => {
    const code = files.get(name);
    if (code === undefined) return getSourceFile(name, languageVersion, ...rest);
    return ts.createSourceFile(name, code, languageVersion, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    const found = [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ];
    return found.map((fault) => {
      const line = fault.file?.getLineAndCharacterOfPosition(fault.start ?? 0).line ?? 0;
      const words = ts.flattenDiagnosticMessageText(fault.messageText, ' ');
      return `${name}:${line + 1} ${words}`;
    });
  });
}
