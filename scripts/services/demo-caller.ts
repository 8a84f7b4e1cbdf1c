import { nodeBinary, projectRoot } from '../project.ts';
import { answersOk } from '../wait-until-ready.ts';
import type { Service } from './service.ts';

/** The scripted customer that the start page can let call in. */
export function demoCallerService(): Service {
  return {
    name: 'demoCaller',
    title: 'Demo caller',
    readyTimeoutMs: 30_000,
    process: ({ environment, ports, urls }) => ({
      command: nodeBinary(),
      args: [`${projectRoot}/demo/src/main.ts`, 'serve'],
      cwd: `${projectRoot}/demo`,
      env: {
        ...environment,
        NODE_ENV: 'production',
        DEMO_PORT: String(ports.demo),
        WEB_URL: urls.web,
      },
    }),
    isReady: ({ urls }) => answersOk(`${urls.demoCaller}/readyz`),
  };
}
