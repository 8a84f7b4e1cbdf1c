import { projectBin } from '../project.ts';
import type { CheckName } from './check.types.ts';

/** One check: a command that fails or not, or a vitest run whose tests are counted. */
export interface Check {
  name: CheckName;
  title: string;
  kind: 'command' | 'tests';
  command: string;
  args: readonly string[];
  /** Folder below the project. Default: the project. */
  folder?: string;
  /** Longest time it may take. */
  timeoutMs: number;
  /** What has to be found or built before. */
  needs: readonly ('livekit' | 'chromium')[];
}

const minute = 60_000;

/** Every check, in the order of running: quick ones first. */
export const checks: readonly Check[] = [
  command('lint', 'Format and lint', 'biome', ['check', '.']),
  command('types', 'Types', 'tsc', ['--noEmit', '-p', '.']),
  command('boundaries', 'Import rules', 'depcruise', [
    ...['--config', '.dependency-cruiser.js', '--output-type', 'err'],
    ...['packages', 'bot', 'web', 'demo', 'bench', 'scripts', 'e2e'],
  ]),
  tests('unit', 'Unit and component tests', ['unit', 'dom'], [], 20),
  tests('integration', 'Integration tests', ['integration'], ['livekit'], 25),
  tests('package', 'Package of @agent/ui', ['package'], ['livekit', 'chromium'], 15),
  {
    ...command('build', 'Web build', 'node', ['scripts/build-web.ts']),
    timeoutMs: 15 * minute,
  },
  {
    ...command('storybook-build', 'Storybook build', 'storybook', [
      ...['build', '--quiet', '--disable-telemetry', '-o', 'storybook-static'],
    ]),
    command: projectBin('storybook', 'packages/ui'),
    folder: 'packages/ui',
  },
  tests('storybook', 'Story tests', ['storybook'], ['chromium'], 15),
  tests('e2e', 'End-to-end tests', ['e2e'], ['livekit', 'chromium'], 50),
];

function command(name: CheckName, title: string, bin: string, args: readonly string[]): Check {
  const timeoutMs = 10 * minute;
  return { name, title, kind: 'command', command: projectBin(bin), args, timeoutMs, needs: [] };
}

function tests(
  name: CheckName,
  title: string,
  projects: readonly string[],
  needs: Check['needs'],
  minutes: number,
): Check {
  const args = ['run', ...projects.flatMap((project) => ['--project', project])];
  return {
    ...{ name, title, kind: 'tests', command: projectBin('vitest'), args, needs },
    timeoutMs: minutes * minute,
  };
}
