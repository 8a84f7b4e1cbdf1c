/** What a worker thread needs to read calls, and no more: it weighs little. */
export { closeDatabase, openDatabase } from '../database/connect.ts';
export { type CallCell, callColumns } from './call-columns.ts';
export { type CallsExportAsked, openCallsExport } from './open-calls-export.ts';
