import { mkdirSync } from 'node:fs';
import { processEnvironment, readScriptsEnv } from './env.ts';
import { projectRoot } from './project.ts';
import { buildWeb } from './services/web.ts';

/** Builds the web app when its sources have changed: a step of `npm test`, and of its own when needed. */
const environment = processEnvironment();
const { DATA_DIR } = readScriptsEnv(environment);
const logDir = `${projectRoot}/${DATA_DIR}/logs`;
mkdirSync(logDir, { recursive: true });
const print = (line: string) => process.stdout.write(`${line}\n`);
const didBuild = await buildWeb({ environment, logFile: `${logDir}/web-build.log`, report: print });
print(didBuild ? 'built' : 'nothing has changed since the last build');
