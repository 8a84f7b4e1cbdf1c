import { type CallCell, callColumns } from '@agent/store/calls-export';
import { csvHead, csvLines } from './csv.ts';

/** Calls a page at a time. */
export interface PagesOfCalls {
  zone: string;
  pages(): AsyncGenerator<readonly CallCell[][]>;
}

/** The lines of an export, head first. */
export async function* callsCsvOf(calls: PagesOfCalls): AsyncGenerator<string> {
  let head = csvHead(callColumns.map(({ name }) => name));
  for await (const page of calls.pages()) {
    yield head + csvLines(page);
    head = '';
  }
  if (head !== '') yield head;
}
