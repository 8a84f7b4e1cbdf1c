import 'server-only';
import { verifyPassword } from '@agent/store';
import pLimit from 'p-limit';
import { processSingleton } from '../process-singleton.ts';

/** Checks and hashes passwords, but no more than the machine can bear: each takes 19 MB and tens of ms. */
export interface PasswordGate {
  /** Whether the password belongs to the hash; `busy` when too many wait to be checked. */
  check(passwordHash: string | undefined, password: string): Promise<boolean | 'busy'>;
  /** Does other work of that kind, such as hashing; `busy` when too much waits. */
  run<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

export interface PasswordGateOptions {
  /** Checks that run at once. The pool of threads, which reads files too, has four. Default 2. */
  atOnce?: number;
  /** Checks that may wait; whatever comes then is not checked. Default 20. */
  waiting?: number;
  verify?: typeof verifyPassword;
}

/** A gate of its own; the process has one: {@link passwordGate}. */
export function createPasswordGate({
  atOnce = 2,
  waiting = 20,
  verify = verifyPassword,
}: PasswordGateOptions = {}): PasswordGate {
  const limit = pLimit(atOnce);
  const run = async <T>(work: () => Promise<T>) => {
    if (limit.activeCount + limit.pendingCount >= atOnce + waiting) return 'busy' as const;
    return limit(work);
  };
  return { run, check: (passwordHash, password) => run(() => verify(passwordHash, password)) };
}

/** The gate that all sign-ins of this process pass. */
export function passwordGate(): PasswordGate {
  return processSingleton('password-gate', () => createPasswordGate());
}
