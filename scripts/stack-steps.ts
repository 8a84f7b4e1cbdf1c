import { migrate, prepareAppRole } from '@agent/store';
import { seedDemoCustomers } from './demo-customers/seed-demo-customers.ts';
import { seedDemoUsers } from './demo-users.ts';
import { seedPlaybookFiles } from './playbook/seed-playbook-files.ts';
import { requireFreePorts, type StackPorts } from './ports.ts';
import type { RunningServices } from './running-services.ts';
import { createService } from './services/all-services.ts';
import type { DemoUser, ServiceName } from './stack.types.ts';
import type { StackConfig } from './stack-config.ts';
import type { Step } from './steps.ts';

/** Everything that happens from nothing to a stack that is ready, in order. */
export function stackSteps(
  config: StackConfig,
  users: readonly DemoUser[],
  running: RunningServices,
): Step[] {
  const launch = (name: ServiceName) => launchStep(name, running);
  const { services } = config;
  const usesDatabase = services.some((name) => ['postgres', 'bot', 'web'].includes(name));
  return [
    checkStep(config),
    ...services.filter((name) => name === 'postgres').map(launch),
    ...(usesDatabase ? databaseSteps(config, users) : []),
    ...services.filter((name) => name !== 'postgres').map(launch),
  ];
}

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

function launchStep(name: ServiceName, running: RunningServices): Step {
  return {
    title: createService(name).title,
    run: async (report) => {
      await running.launch(name, report);
      return undefined;
    },
  };
}
