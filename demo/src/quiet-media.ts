/** Imported before rtc-node, which logs each step unless it is told that this is production. */
const environment: Record<string, string | undefined> = process.env;
environment.NODE_ENV ??= 'production';
