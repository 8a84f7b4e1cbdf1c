export * from './call-event.ts';
export * from './data-message.ts';
export * from './http.ts';
export * from './ids.ts';
export * from './roles.ts';
export * from './statuses.ts';
