export { type CallCell, type CallColumn, callColumns } from './call-columns.ts';
export {
  type DueReport,
  findDueReports,
  keepReport,
  noteReportFailure,
  type ReportToMake,
  readReportToMake,
} from './due-reports.ts';
export {
  forgetOldReports,
  type KeptFile,
  keptReports,
  readKeptFile,
} from './kept-files.ts';
export {
  type CallsExport,
  type CallsExportAsked,
  type CallsExportOptions,
  openCallsExport,
} from './open-calls-export.ts';
export { noteReportLook, readReports } from './read-reports.ts';
export {
  addReportSchedule,
  changeReportSchedule,
  type ReportReader,
  removeReportSchedule,
} from './schedules.ts';
export { readUserName } from './user-name.ts';
