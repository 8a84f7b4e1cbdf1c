import getPort, { portNumbers } from 'get-port';

/** Below the ranges of `npm start`'s test stacks and of the system's outgoing connections. */
const range = { first: 10_000, size: 10_000 };
const tries = 50;

/**
 * A port that nobody listens on. It comes from below the range the system takes for outgoing
 * connections, so that none of those can have it by the time a server of the test listens there.
 */
export function freePort(random: () => number = Math.random): Promise<number> {
  const first = range.first + Math.floor(random() * (range.size - tries));
  return getPort({ port: portNumbers(first, first + tries - 1) });
}
