export { coalesced } from './coalesced.ts';
export { wait } from './wait.ts';
