import { openSync, readSync, statSync } from 'node:fs';
import type { Database } from '@agent/store';
import { ask, manyDraws, queryKinds } from './history-figures.ts';

/** Kinds of which the plans are kept: what they do differs. */
const planned: ReadonlySet<string> = new Set([
  ...['list, newest', 'list of one agent', 'escalated, rating 1', 'ended angrily, recorded'],
  ...['order number', 'rare word', 'middling word', 'common word', 'common word, one agent'],
  ...['phrase of the playbook'],
]);

/**
 * How Postgres goes about the page of each kind, as Markdown. The statements are those of the product:
 * Postgres writes the plans of what this connection asks into its log, from where they are taken.
 */
export async function plansOf(owner: Database, logFile: string): Promise<string> {
  await owner`load 'auto_explain'`;
  await owner`
    select set_config(name, value, false) from (values
      ('auto_explain.log_min_duration', '0'), ('auto_explain.log_analyze', 'on'),
      ('auto_explain.log_timing', 'off'), ('auto_explain.log_buffers', 'off'),
      ('auto_explain.log_parameter_max_length', '0')) setting (name, value)`;
  const [draw] = await manyDraws(owner, 1);
  if (!draw) throw new Error('There is nothing to ask.');
  const sections: string[] = [];
  for (const [kind, queryOf] of queryKinds.filter(([name]) => planned.has(name))) {
    const from = statSync(logFile).size;
    await ask(owner, queryOf(draw));
    // The log is written before the answer is.
    const plans = plansIn(textFrom(logFile, from));
    const page = plans.find((plan) => plan.includes('ended_at_us'));
    if (page) sections.push(`## ${kind}\n\n\`\`\`\n${treeOf(page)}\n\`\`\`\n`);
  }
  return sections.join('\n');
}

function textFrom(file: string, from: number): string {
  const bytes = Buffer.alloc(statSync(file).size - from);
  readSync(openSync(file, 'r'), bytes, 0, bytes.length, from);
  return bytes.toString();
}

function plansIn(text: string): string[] {
  return text.split(/^.*duration: .* plan:$/m).slice(1);
}

/** Without the statement before it, and without what differs each time. */
function treeOf(plan: string): string {
  const lines = plan.split('\n').map((line) => line.replace(/^\t/, ''));
  const from = lines.findIndex((line) => /\(cost=/.test(line));
  const until = lines.findIndex((line, index) => index > from && !/^\s|\(cost=/.test(line));
  const tree = lines.slice(from, until === -1 ? undefined : until);
  return tree
    .map((line) => line.replace(/\(cost=\S+ rows=(\d+) width=\d+\) /, '($1 expected) '))
    .join('\n')
    .trimEnd();
}
