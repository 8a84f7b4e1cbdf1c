import { resolve } from 'node:path';
import type { Environment } from '../env.ts';
import { projectRoot } from '../project.ts';
import type { Secrets } from '../secrets.ts';

/** Where bot and web keep recordings, and under which key, unless the environment says it. */
export function recordingEnvironment(
  dataDir: string,
  { recordingKey }: Pick<Secrets, 'recordingKey'>,
  environment: Environment,
): Environment {
  return {
    RECORDING_KEY: environment.RECORDING_KEY || recordingKey,
    RECORDING_STORE: fromProject(environment.RECORDING_STORE || `${dataDir}/recordings`),
  };
}

/** A folder as all parts of the stack find it, which run in folders of their own. */
export function fromProject(place: string): string {
  return place.startsWith('s3://') ? place : resolve(projectRoot, place);
}
