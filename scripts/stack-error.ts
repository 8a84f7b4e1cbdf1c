/** Why the local stack could not be started or kept up. */
export type StackErrorReason =
  | 'bad-environment'
  | 'bad-playbook'
  | 'port-taken'
  | 'tool-missing'
  | 'command-failed'
  | 'not-ready'
  | 'process-exited'
  | 'cancelled';

/** Trouble a person can act on: the message is one line and names the way out. */
export class StackError extends Error {
  readonly reason: StackErrorReason;

  constructor(reason: StackErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StackError';
    this.reason = reason;
  }

  static badEnvironment(details: string): StackError {
    return new StackError('bad-environment', `Wrong settings: ${details}.`);
  }

  /** `fault` names the file, the card and the field. */
  static badPlaybook(fault: string): StackError {
    return new StackError('bad-playbook', `Wrong playbook: ${fault}.`);
  }

  static portTaken(port: number, protocol: string, variable: string): StackError {
    return new StackError(
      'port-taken',
      `Port ${port}/${protocol} is taken. Stop what uses it or choose another: ${variable}=<port> npm start`,
    );
  }

  static toolMissing(message: string): StackError {
    return new StackError('tool-missing', message);
  }

  static commandFailed(command: string, outcome: string, lastLines: string): StackError {
    return new StackError('command-failed', `${command} failed (${outcome}): ${lastLines}`);
  }

  static notReady(name: string, afterMs: number, logFile: string): StackError {
    const seconds = Math.round(afterMs / 1000);
    return new StackError('not-ready', `${name} was not ready after ${seconds} s. See ${logFile}`);
  }

  static processExited(name: string, outcome: string, logFile: string): StackError {
    return new StackError('process-exited', `${name} exited (${outcome}). See ${logFile}`);
  }

  static cancelled(): StackError {
    return new StackError('cancelled', 'Stopped before everything was up.');
  }
}
