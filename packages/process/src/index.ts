export { coalesced } from './coalesced.ts';
export { errorFields, errorPlace } from './error-fields.ts';
export { untilSignal } from './until-signal.ts';
export { wait } from './wait.ts';
