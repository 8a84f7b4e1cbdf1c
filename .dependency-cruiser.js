import { folders, packages } from './scripts/checks/import-table.js';

/** Who may import whom, as rules. */

const ours = '^(packages/[^/]+|bot|web|demo|bench|scripts|e2e)/';
const testFiles = String.raw`\.(test|stories)\.tsx?$|(^|/)(test-support|fixtures|stories)/|\.storybook/|vitest\.[^/]*config\.ts$`;

/** A package may import itself and what its row says; tests and stories `packages/testing` besides. */
function packageRules([part, { mayImport, inTests = [], because }]) {
  const name = part.replace('packages/', '');
  const allowed = [part, ...mayImport].map((path) => `^${path}/`);
  const alsoInTests = ['packages/testing', ...inTests].map((path) => `^${path}/`);
  return [
    {
      name: `${name}-imports`,
      severity: 'error',
      comment: because,
      from: { path: `^${part}/`, pathNot: testFiles },
      to: { path: ours, pathNot: allowed.join('|') },
    },
    {
      name: `${name}-test-imports`,
      severity: 'error',
      comment: `${because} (tests: packages/testing besides)`,
      from: { path: `^${part}/.*(${testFiles})` },
      to: { path: ours, pathNot: [...allowed, ...alsoInTests].join('|') },
    },
  ];
}

/** A folder may import itself and what its row says; of others the types. */
function folderRules([base, rows]) {
  return Object.entries(rows).map(([folder, others]) => ({
    name: `${base}/${folder}`,
    severity: 'error',
    comment: 'a folder has a row in scripts/checks/import-table.js; what it needs stands there',
    from: {
      path: folder === '.' ? `^${base}/[^/]+$` : `^${base}/${folder}/`,
      pathNot: testFiles,
    },
    to: {
      path: `^${base}/`,
      pathNot: [folder, ...others].map((place) => placePattern(base, place)).join('|'),
      dependencyTypesNot: ['type-only'],
    },
  }));
}

function placePattern(base, place) {
  if (place === '.') return `^${base}/[^/]+$`;
  return place.endsWith('.ts') ? `^${base}/${place.replaceAll('.', '[.]')}$` : `^${base}/${place}/`;
}

const nodeModule = '(^|/)node_modules/';

/** The stages of the bot in the order in which sound becomes text. */
const stages = ['audio', 'vad', 'transcribe', 'transcript', 'sentiment', 'assist', 'publish'];

export default {
  forbidden: [
    ...Object.entries(packages).flatMap(packageRules),
    ...Object.entries(folders).flatMap(folderRules),
    {
      name: 'testing-only-from-tests',
      severity: 'error',
      comment: 'packages/testing is for tests, stories, demo, bench, e2e and scripts',
      from: {
        path: '^(packages|bot|web)/',
        pathNot: `^packages/testing/|${testFiles}`,
      },
      to: { path: '^packages/testing/' },
    },
    ...stages.slice(0, -1).map((stage, index) => ({
      name: `bot-${stage}-comes-first`,
      severity: 'error',
      comment: 'a stage knows nothing of the stages after it',
      from: { path: `^bot/src/${stage}/`, pathNot: testFiles },
      to: { path: `^bot/src/(${stages.slice(index + 1).join('|')})/` },
    })),
    {
      name: 'nobody-imports-tools',
      severity: 'error',
      comment: 'demo, bench, scripts and e2e stand above everything else',
      from: { path: '^(packages|bot|web)/', pathNot: testFiles },
      to: { path: '^(demo|bench|scripts|e2e)/' },
    },
    {
      name: 'stack-by-its-entry',
      severity: 'error',
      comment:
        'bench and e2e start the local stack by @agent/scripts/stack and know nothing else of it',
      from: { path: '^(bench|e2e)/' },
      to: { path: '^scripts/', pathNot: '^scripts/start-stack[.]ts$' },
    },
    {
      name: 'ui-without-servers',
      severity: 'error',
      comment: 'ui runs in browsers of others: no Node, no Next, no server SDK',
      from: { path: '^packages/ui/src/', pathNot: testFiles },
      to: { path: [`${nodeModule}(next|next-auth|livekit-server-sdk|postgres)/`, '^node:'] },
    },
    {
      name: 'ui-without-node',
      severity: 'error',
      comment: 'ui runs in browsers: no Node built-ins',
      from: { path: '^packages/ui/src/', pathNot: testFiles },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'livekit-only-in-live',
      severity: 'error',
      comment: 'components take plain data; rooms are behind @agent/ui/live',
      from: { path: '^packages/ui/src/', pathNot: `^packages/ui/src/live/|${testFiles}` },
      to: { path: [`${nodeModule}(@livekit|livekit-client)/`, '^packages/ui/src/live/'] },
    },
    {
      name: 'sql-only-in-store',
      severity: 'error',
      comment: 'store is the only place with SQL',
      from: { path: ours, pathNot: '^packages/(store|testing)/' },
      to: { path: `${nodeModule}(postgres|pg|dbmate)/` },
    },
    {
      name: 'calls-are-pure',
      severity: 'error',
      comment: 'no clock, randomness or I/O in the rules of a call',
      from: { path: '^packages/(calls|playbook|protocol)/src/', pathNot: testFiles },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'words-through-language',
      severity: 'error',
      comment:
        'code asks language.ts for words, so that another language is another folder of data',
      from: { path: ours, pathNot: String.raw`/src/en/|/src/language\.ts$|${testFiles}` },
      to: { path: '/src/en/' },
    },
    {
      name: 'words-are-data',
      severity: 'error',
      comment: 'what is known of a language knows none of the code that reads it',
      from: { path: '/src/en/' },
      to: { path: ours, pathNot: '/src/en/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'two files that need each other are one idea, or three',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'an import that leads nowhere',
      from: { pathNot: String.raw`\.d\.ts$` },
      to: { couldNotResolve: true, pathNot: '^(cloudflare:|virtual:)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: String.raw`(^|/)(\.next|dist|storybook-static|\.data)/|^packages/ui/fixtures/`,
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@agent/source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
    },
  },
};
