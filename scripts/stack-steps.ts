import { migrate, migrateJobs, prepareAppRole } from '@agent/store';
import { seedDemoCustomers } from './demo-customers/seed-demo-customers.ts';
import { seedDemoUsers } from './demo-users.ts';
import { seedPlaybookFiles } from './playbook/seed-playbook-files.ts';
import { requireFreePorts, type StackPorts } from './ports.ts';
import type { RunningServices } from './running-services.ts';
import { createService } from './services/all-services.ts';
import type { DemoUser, ServiceName } from './stack.types.ts';
import type { StackConfig } from './stack-config.ts';
import type { Step } from './steps.ts';

/** Everything that happens from nothing to a stack that is ready; what can be is done at once. */
export function stackSteps(
  config: StackConfig,
  users: readonly DemoUser[],
  running: RunningServices,
): Step[] {
  const { services } = config;
  const usesDatabase = services.some((name) => ['postgres', 'bot', 'web'].includes(name));
  const check = checkStep(config);
  const database = usesDatabase ? inARow(databaseSteps(config, users)) : [];
  const titles = (...names: readonly ServiceName[]) =>
    names.filter((name) => services.includes(name)).map(titleOf);
  const ready = database.slice(-1).map(({ title }) => title);
  const needs = {
    postgres: [],
    livekit: [],
    whisper: [],
    bot: [...ready, ...titles('livekit', 'whisper')],
    web: [...ready, ...titles('livekit'), webBuildTitle],
    demoCaller: titles('web'),
  } as const satisfies Record<ServiceName, readonly string[]>;
  const [first, ...others] = database;
  return [
    check,
    ...services.map((name) => launchStep(name, running, [check.title, ...needs[name]])),
    ...(services.includes('web') ? [webBuildStep(running, [check.title])] : []),
    ...(first ? [{ ...first, after: [check.title, ...titles('postgres')] }, ...others] : []),
  ];
}

/** Each after the one before. */
function inARow(steps: readonly Step[]): Step[] {
  return steps.map((step, index) => {
    const before = steps[index - 1];
    return before ? { ...step, after: [before.title] } : step;
  });
}

const webBuildTitle = 'Web app’s pages';

const portsOf = {
  postgres: ['postgres'],
  livekit: ['livekit', 'livekitTcp', 'livekitUdp'],
  whisper: ['whisper'],
  bot: ['bot'],
  web: ['web'],
  demoCaller: ['demo'],
} as const satisfies Record<ServiceName, readonly (keyof StackPorts)[]>;

function checkStep({ ports, services }: StackConfig): Step {
  return {
    title: 'Node and ports',
    run: async () => {
      const needed = services.flatMap((name) => portsOf[name]);
      await requireFreePorts(ports, needed);
      return `Node ${process.versions.node}`;
    },
  };
}

function databaseSteps(config: StackConfig, users: readonly DemoUser[]): Step[] {
  const { SEED_DEMO_CUSTOMERS, DATABASE_URL } = config.settings;
  const wantsCustomers = SEED_DEMO_CUSTOMERS ?? DATABASE_URL === undefined;
  return [
    migrateStep(config),
    roleStep(config),
    playbookStep(config),
    usersStep(config, users),
    ...(wantsCustomers ? [customersStep(config)] : []),
  ];
}

function migrateStep({ urls }: StackConfig): Step {
  return {
    title: 'Database schema',
    run: async () => {
      await migrate(urls.database);
      await migrateJobs(urls.database);
      return undefined;
    },
  };
}

/** After each migration, so that the user of web and bot has what new tables need. */
function roleStep({ urls }: StackConfig): Step {
  return {
    title: 'Database user of web and bot',
    run: async () => {
      if (urls.appDatabase === urls.database) {
        return 'the owner of DATABASE_URL, who may change the log; APP_DATABASE_URL names another';
      }
      await prepareAppRole(urls.database, urls.appDatabase);
      return undefined;
    },
  };
}

function playbookStep({ urls }: StackConfig): Step {
  return {
    title: 'Playbook',
    run: async () => `${await seedPlaybookFiles(urls.database)} cards`,
  };
}

function usersStep({ urls }: StackConfig, users: readonly DemoUser[]): Step {
  return {
    title: 'Demo accounts',
    run: async () => {
      await seedDemoUsers(urls.database, users);
      return undefined;
    },
  };
}

function customersStep({ urls }: StackConfig): Step {
  return {
    title: 'Demo customers',
    run: async () => String(await seedDemoCustomers(urls.database, new Date())),
  };
}

function titleOf(name: ServiceName): string {
  return createService(name).title;
}

function webBuildStep(running: RunningServices, after: readonly string[]): Step {
  return {
    title: webBuildTitle,
    after,
    run: async (report) => {
      await running.prepare('web', report);
      return undefined;
    },
  };
}

function launchStep(name: ServiceName, running: RunningServices, after: readonly string[]): Step {
  return {
    title: titleOf(name),
    after,
    run: async (report) => {
      await running.launch(name, report);
      return undefined;
    },
  };
}
