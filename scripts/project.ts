import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** Absolute path of a command installed with the project. */
export function projectBin(name: string, folder = ''): string {
  return `${projectRoot}/${folder === '' ? '' : `${folder}/`}node_modules/.bin/${name}`;
}

/** The pinned Node; the one that runs this when the pinned one is missing. */
export function nodeBinary(): string {
  const pinned = projectBin('node');
  return existsSync(pinned) ? pinned : process.execPath;
}
