const environment: Record<string, string | undefined> = process.env;

// Imported before rtc-node, which logs each step unless it is told that this is production.
environment.NODE_ENV ??= 'production';
