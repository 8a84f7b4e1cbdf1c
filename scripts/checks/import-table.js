/**
 * Who may import whom, as ARCHITECTURE.md has it: packages, and inside of some of them the folders.
 * `.dependency-cruiser.js` makes rules of it; a package or folder without a row fails a check.
 */

/**
 * @typedef {object} PackageRow
 * @property {readonly string[]} mayImport Parts of ours besides itself.
 * @property {readonly string[]} [inTests] Parts besides those and `packages/testing`, in tests and stories.
 * @property {string} because
 */

/** @type {Readonly<Record<string, PackageRow>>} */
export const packages = {
  'packages/protocol': { mayImport: [], because: 'protocol is the border itself: nothing of ours' },
  'packages/calls': {
    mayImport: ['packages/protocol'],
    because: 'calls are pure rules over the protocol',
  },
  'packages/store': {
    mayImport: ['packages/protocol', 'packages/calls'],
    because: 'store knows data only',
  },
  'packages/playbook': {
    mayImport: ['packages/protocol', 'packages/calls'],
    because: 'the playbook is pure: cards and words',
  },
  'packages/process': { mayImport: [], because: 'a process knows nothing of calls' },
  'packages/recordings': {
    mayImport: [],
    because: 'recordings know sound and bytes: nothing of ours',
  },
  'packages/rooms': { mayImport: [], because: 'rooms know LiveKit only' },
  'packages/whisper': {
    mayImport: ['packages/process'],
    because: 'whisper is a server of its own',
  },
  'packages/ui': {
    mayImport: ['packages/protocol', 'packages/calls'],
    because: 'ui: plain data in',
  },
  'packages/testing': {
    mayImport: ['packages/protocol', 'packages/calls'],
    because: 'testing serves all',
  },
  bot: {
    mayImport: [
      'packages/protocol',
      'packages/calls',
      'packages/store',
      'packages/rooms',
      'packages/recordings',
      'packages/playbook',
      'packages/process',
    ],
    because: 'the bot never imports web or ui',
  },
  web: {
    mayImport: [
      'packages/protocol',
      'packages/calls',
      'packages/store',
      'packages/playbook',
      'packages/rooms',
      'packages/recordings',
      'packages/process',
      'packages/ui',
    ],
    because: 'web never imports the bot',
  },
  demo: {
    mayImport: ['packages/protocol', 'packages/process', 'packages/testing'],
    because: 'a caller knows what browsers know',
  },
  scripts: {
    mayImport: [
      'packages/protocol',
      'packages/store',
      'packages/ui',
      'packages/process',
      'packages/testing',
    ],
    inTests: ['packages/whisper', 'bot', 'web', 'demo'],
    because: 'the stack starts other parts as processes; only checks look into them',
  },
  bench: {
    mayImport: [
      'packages/protocol',
      'packages/store',
      'packages/process',
      'packages/testing',
      'demo',
      'scripts',
    ],
    because: 'the bench measures a stack from outside',
  },
  e2e: {
    mayImport: [
      'packages/protocol',
      'packages/store',
      'packages/recordings',
      'packages/testing',
      'scripts',
    ],
    because: 'end-to-end tests see what people see',
  },
};

/**
 * Inside a part: each folder with the folders and files it may import at run time (types are free).
 * The row `.` are the files beside the folders.
 * @type {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>}
 */
export const folders = {
  'bot/src': {
    '.': [
      ...['assist', 'calls', 'en', 'health', 'record', 'room', 'sentiment', 'terms', 'transcribe'],
      'vad',
    ],
    // Words of a language, asked for through language.ts.
    en: [],
    async: [],
    audio: [],
    health: [],
    'spoken-numbers': ['language.ts'],
    sentiment: ['language.ts'],
    'transcription-status': [],
    vad: ['audio'],
    transcribe: ['audio', 'async', 'openai-failure.ts'],
    terms: ['async', 'spoken-numbers', 'language.ts', 'transcribe/transcriber-error.ts'],
    transcript: ['audio', 'async', 'terms', 'transcribe/transcriber-error.ts'],
    redact: ['async', 'spoken-numbers', 'terms/heard-text.ts', 'language.ts'],
    publish: [],
    room: ['audio', 'async'],
    assist: ['async', 'spoken-numbers', 'openai-failure.ts'],
    record: ['async', 'audio'],
    calls: [
      'async',
      'audio',
      'vad',
      'transcript',
      'transcription-status',
      'terms',
      'redact',
      'publish',
      'record',
      'room',
      'assist',
    ],
  },
  web: {
    '.': ['server'],
    app: ['client', 'server'],
    client: [],
    server: [],
  },
  'web/server': {
    '.': [
      'http',
      'access',
      'rooms',
      'calls',
      'desk',
      'sessions',
      'jobs',
      'admin',
      'supervision',
      'figures',
      'sample-data',
      'reports',
    ],
    http: ['problem.ts'],
    access: ['http', 'problem.ts', 'process-singleton.ts', 'pursuit.ts', 'services.ts'],
    rooms: [],
    customers: ['http', 'access', 'rooms', 'problem.ts'],
    calls: ['http', 'access', 'rooms', 'customers', 'problem.ts', 'rounds.ts'],
    desk: ['http', 'access', 'rooms', 'customers', 'calls', 'problem.ts'],
    sessions: ['http', 'access', 'customers', 'calls', 'problem.ts', 'rounds.ts'],
    jobs: ['sessions', 'reports', 'rounds.ts'],
    admin: ['http', 'access', 'rooms', 'calls', 'problem.ts', 'process-singleton.ts'],
    supervision: ['http', 'access', 'rooms', 'calls', 'problem.ts', 'pursuit.ts'],
    figures: ['http', 'access', 'problem.ts'],
    reports: ['http', 'access', 'figures', 'problem.ts', 'process-singleton.ts'],
    'sample-data': ['access', 'problem.ts', 'rounds.ts'],
  },
  'web/client': {
    http: [],
    preferences: [],
    'sign-in': ['http'],
    chat: ['http'],
    'customer-record': ['http'],
    'customer-flow': ['http'],
    call: ['http', 'preferences', 'chat'],
    listening: ['http', 'preferences', 'chat', 'call'],
    desk: ['http', 'preferences', 'call'],
    attention: ['http', 'preferences'],
    replay: ['http', 'call', 'customer-record'],
    sessions: ['http'],
    staff: ['http', 'preferences', 'sign-in'],
    supervision: ['http', 'desk', 'attention'],
    admin: ['http'],
    figures: ['http', 'desk', 'sessions', 'supervision'],
  },
  'packages/store/src': {
    '.': [
      'database',
      'log',
      'accounts',
      'agents',
      'calls',
      'customers',
      'playbook',
      'sessions',
      'recordings',
      'retention',
      'queues',
      'settings',
      'supervision',
      'audit',
      'figures',
      'analytics',
      'facts',
      'anomalies',
      'jobs',
      'sample-data',
      'reports',
    ],
    database: [],
    figures: ['database'],
    analytics: ['database', 'facts', 'figures'],
    reports: ['database', 'figures', 'accounts', 'jobs'],
    log: ['database', 'facts'],
    facts: ['database'],
    anomalies: ['database', 'facts'],
    jobs: ['database'],
    accounts: ['database'],
    agents: ['database', 'log'],
    calls: ['database', 'log', 'agents', 'queues'],
    customers: ['database', 'log', 'queues'],
    playbook: ['database', 'accounts'],
    sessions: ['database', 'log', 'customers', 'queues', 'figures', 'facts'],
    recordings: ['database', 'log'],
    retention: ['database', 'log'],
    queues: ['database', 'accounts'],
    settings: ['database', 'accounts'],
    supervision: ['database', 'accounts', 'log'],
    audit: ['database'],
    'sample-data': ['database', 'facts', 'playbook', 'anomalies'],
  },
};
