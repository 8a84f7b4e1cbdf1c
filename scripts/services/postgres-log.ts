/**
 * Keeps rows out of Postgres' own log: `DETAIL` and `CONTEXT` quote what breaks a constraint, statements
 * and parameters are what people typed. docker-compose.yml gives the same.
 */
const privateLog = {
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_statement: 'none',
} as const;

/** The settings as arguments of `postgres`. */
export const privateLogFlags = Object.entries(privateLog).flatMap(([name, value]) => [
  '-c',
  `${name}=${value}`,
]);
