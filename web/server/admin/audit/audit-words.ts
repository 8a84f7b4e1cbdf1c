import type { AuditAction } from '@agent/store';

/** How an act is told. */
export interface ActWords {
  /** In a list of acts to choose from. */
  label: string;
  /** As a sentence, with places for who did it and what it was done to. */
  sentence: string;
  /** The same where it was done to nothing that is known. */
  alone?: string;
  /** The same where it was done to a call. */
  ofCall?: string;
}

/** The nouns that acts begin with, as headings. */
export const nounWords: Readonly<Record<string, string>> = {
  session: 'Signing in and out',
  user: 'People',
  customer: 'Customers',
  call: 'Calls',
  recording: 'Recordings',
  queue: 'Queues',
  figure: 'Figures',
  'sample-data': 'Sample data',
  report: 'Reports',
  card: 'Playbook',
  setting: 'Settings',
  audit: 'Audit log',
};

/** How each act is told. */
export const actWords: Readonly<Record<AuditAction, ActWords>> = {
  'session.signed-in': { label: 'signed in', sentence: '{who} signed in' },
  'session.refused': {
    label: 'was refused at sign-in',
    sentence: 'Signing in as {what} was refused',
    alone: 'Signing in was refused',
  },
  'session.throttled': {
    label: 'tried to sign in too often',
    sentence: 'Too many attempts to sign in',
  },
  'session.signed-out': { label: 'signed out', sentence: '{who} signed out' },
  'session.ended': { label: 'lost all sessions', sentence: 'All sessions of {what} were ended' },
  'user.invited': { label: 'invited somebody', sentence: '{who} invited {what}' },
  'user.created': {
    label: 'came by single sign-on',
    sentence: '{who} came by single sign-on for the first time',
  },
  'user.changed': { label: 'changed somebody', sentence: '{who} changed the account of {what}' },
  'user.disabled': { label: 'disabled somebody', sentence: '{who} disabled {what}' },
  'user.enabled': { label: 'enabled somebody', sentence: '{who} enabled {what}' },
  'user.link-made': { label: 'made a link', sentence: '{who} made a one-time link for {what}' },
  'user.password-set': {
    label: 'chose a password by link',
    sentence: '{what} chose a password by a one-time link',
  },
  'user.signed-out-everywhere': {
    label: 'signed somebody out',
    sentence: '{who} signed {what} out everywhere',
  },
  'customer.searched': {
    label: 'searched for customers',
    sentence: '{who} was shown customers who fit {what}',
    alone: '{who} searched for customers',
  },
  'customer.read': { label: 'read a record', sentence: '{who} read the record of {what}' },
  'customer.limited': {
    label: 'was shown too many customers',
    sentence: '{who} wanted to see more customers than one person may',
  },
  'customer.created': { label: 'created a record', sentence: '{who} created the record of {what}' },
  'customer.linked': {
    label: 'linked or unlinked a record',
    sentence: '{who} linked a call to {what}',
    ofCall: '{who} took the record away from {what}',
  },
  'customer.erased': {
    label: 'erased a customer’s calls',
    sentence: '{who} had all calls of {what} erased',
  },
  'call.read': { label: 'looked back at a call', sentence: '{who} looked back at {what}' },
  'call.searched': { label: 'searched calls', sentence: '{who} searched calls' },
  'call.downloaded': { label: 'downloaded a call', sentence: '{who} downloaded {what}' },
  'call.monitored': {
    label: 'listened to a call',
    sentence: '{who} listened to {what} while it went on',
  },
  'call.joined': {
    label: 'joined a conversation',
    sentence: '{who} joined the conversation of {what}',
  },
  'call.erased': { label: 'erased a call', sentence: '{who} erased {what}' },
  'call.hold-placed': {
    label: 'placed a legal hold',
    sentence: '{who} placed a legal hold on {what}',
  },
  'call.hold-lifted': {
    label: 'lifted a legal hold',
    sentence: '{who} lifted the legal hold on {what}',
  },
  'recording.played': { label: 'played a recording', sentence: '{who} played the sound of {what}' },
  'queue.created': { label: 'added a queue', sentence: '{who} added {what}' },
  'queue.changed': { label: 'changed a queue', sentence: '{who} changed {what}' },
  'queue.removed': { label: 'removed a queue', sentence: '{who} removed {what}' },
  'figure.alert-taken': {
    label: 'took an alert of a figure',
    sentence: '{who} took an alert of {what}',
    alone: '{who} took an alert of all calls',
  },
  'figure.alert-given-back': {
    label: 'gave an alert of a figure back',
    sentence: '{who} gave an alert of {what} back',
    alone: '{who} gave an alert of all calls back',
  },
  'figure.normal-changed': {
    label: 'said what is normal from now on',
    sentence: '{who} said that an odd figure of {what} is normal from now on',
    alone: '{who} said that an odd figure of all calls is normal from now on',
  },
  'figure.hours-left-out': {
    label: 'left hours out of comparisons',
    sentence: '{who} left odd hours of {what} out of comparisons',
    alone: '{who} left odd hours of all calls out of comparisons',
  },
  'figure.alert-undone': {
    label: 'took back what was said of a figure',
    sentence: '{who} took back what was said of an odd figure of {what}',
    alone: '{who} took back what was said of an odd figure of all calls',
  },
  'sample-data.added': { label: 'added sample data', sentence: '{who} added sample data' },
  'sample-data.removed': {
    label: 'removed sample data',
    sentence: '{who} removed all sample data',
  },
  'report.made': { label: 'made a report', sentence: '{who} made a report' },
  'report.downloaded': {
    label: 'fetched a kept report',
    sentence: '{who} fetched a report that was kept',
  },
  'report.scheduled': {
    label: 'had a report made regularly',
    sentence: '{who} wants a report made regularly',
  },
  'report.schedule-changed': {
    label: 'changed a regular report',
    sentence: '{who} changed a report that is made regularly',
  },
  'report.schedule-removed': {
    label: 'removed a regular report',
    sentence: '{who} removed a report that was made regularly',
  },
  'card.created': { label: 'added a card', sentence: '{who} added {what}' },
  'card.changed': { label: 'changed a card', sentence: '{who} changed {what}' },
  'card.switched-on': { label: 'switched a card on', sentence: '{who} switched {what} on' },
  'card.switched-off': { label: 'switched a card off', sentence: '{who} switched {what} off' },
  'card.restored': {
    label: 'restored a card',
    sentence: '{who} brought an old version of {what} back',
  },
  'setting.changed': { label: 'changed a setting', sentence: '{who} changed {what}' },
  'audit.read': { label: 'looked at the audit log', sentence: '{who} looked at this log' },
  'audit.exported': { label: 'exported the audit log', sentence: '{who} exported this log' },
};

/** The words of an action, also of one that was written by another version of this program. */
export function wordsOf(action: string): ActWords {
  const known: Readonly<Record<string, ActWords>> = actWords;
  if (Object.hasOwn(known, action) && known[action]) return known[action];
  return { label: action, sentence: `{who}: ${action} {what}`, alone: `{who}: ${action}` };
}
