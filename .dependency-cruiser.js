/** The table "Packages and who may import whom" of ARCHITECTURE.md, as rules. */

const ours = '^(packages/[^/]+|bot|web|demo|bench|scripts|e2e)/';
const testFiles = String.raw`\.(test|stories)\.tsx?$|(^|/)(test-support|fixtures|stories)/|\.storybook/|vitest\.[^/]*config\.ts$`;

/** A part may import itself and these; `packages/testing` besides from tests and stories. */
function mayImport(from, others, because) {
  const allowed = [from, ...others].map((path) => `^${path}/`).join('|');
  return [
    {
      name: `${from.replace('packages/', '')}-imports`,
      severity: 'error',
      comment: because,
      from: { path: `^${from}/`, pathNot: testFiles },
      to: { path: ours, pathNot: allowed },
    },
    {
      name: `${from.replace('packages/', '')}-test-imports`,
      severity: 'error',
      comment: `${because} (tests: packages/testing besides)`,
      from: { path: `^${from}/.*(${testFiles})` },
      to: { path: ours, pathNot: `${allowed}|^packages/testing/` },
    },
  ];
}

const nodeModule = '(^|/)node_modules/';

/** The stages of the bot in the order in which sound becomes text. */
const stages = ['audio', 'vad', 'transcribe', 'transcript', 'sentiment', 'assist', 'publish'];

export default {
  forbidden: [
    ...mayImport('packages/protocol', [], 'protocol is the border itself: nothing of ours'),
    ...mayImport('packages/calls', ['packages/protocol'], 'calls are pure rules over the protocol'),
    ...mayImport(
      'packages/store',
      ['packages/protocol', 'packages/calls'],
      'store knows data only',
    ),
    ...mayImport(
      'packages/playbook',
      ['packages/protocol', 'packages/calls'],
      'the playbook is pure: cards and words',
    ),
    ...mayImport('packages/process', [], 'a process knows nothing of calls'),
    ...mayImport('packages/rooms', [], 'rooms know LiveKit only'),
    ...mayImport('packages/whisper', ['packages/process'], 'whisper is a server of its own'),
    ...mayImport('packages/ui', ['packages/protocol', 'packages/calls'], 'ui: plain data in'),
    ...mayImport('packages/testing', ['packages/protocol', 'packages/calls'], 'testing serves all'),
    ...mayImport(
      'bot',
      [
        'packages/protocol',
        'packages/calls',
        'packages/store',
        'packages/rooms',
        'packages/playbook',
        'packages/process',
      ],
      'the bot never imports web or ui',
    ),
    ...mayImport(
      'web',
      [
        'packages/protocol',
        'packages/calls',
        'packages/store',
        'packages/rooms',
        'packages/process',
        'packages/ui',
      ],
      'web never imports the bot',
    ),
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
    {
      name: 'bot-stages-share-types',
      severity: 'error',
      comment:
        'a stage knows others by type, besides audio, queues, spoken numbers and errors; calls/ composes',
      from: { path: '^bot/src/([^/]+)/', pathNot: `^bot/src/calls/|${testFiles}` },
      to: {
        path: '^bot/src/[^/]+/',
        pathNot: String.raw`^bot/src/($1|audio|async|spoken-numbers)/|-error\.ts$`,
        dependencyTypesNot: ['type-only'],
      },
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
