import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a process of the stack (`NODE_OPTIONS`): at SIGUSR2 its clock jumps to as many
 * milliseconds from the true time as `CLOCK_SHIFT_FILE` says. What counts time without a clock goes on.
 */
const file = process.env.CLOCK_SHIFT_FILE;
let shiftMs = 0;

if (isMainThread && file !== undefined) {
  process.on('SIGUSR2', () => {
    shiftMs = Number(readFileSync(file, 'utf8'));
  });
  const TrueDate = Date;
  const nowMs = () => TrueDate.now() + shiftMs;
  const properties = Object.getOwnPropertyDescriptors(TrueDate);
  properties.now.value = nowMs;
  // No Proxy: Next copies the properties of `Date` for a version of its own.
  globalThis.Date = Object.defineProperties(function ShiftedDate(...args: unknown[]) {
    if (new.target === undefined) return new TrueDate(nowMs()).toString();
    return Reflect.construct(TrueDate, args.length === 0 ? [nowMs()] : args, new.target);
  }, properties) as unknown as DateConstructor;
}
