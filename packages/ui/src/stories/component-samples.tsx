import type { ForwardRefExoticComponent } from 'react';
import type { CustomerRecord } from '../customer-info-card/customer-types.ts';
import * as figures from '../figures/index.ts';
import * as ui from '../index.ts';
import * as replay from '../replay/index.ts';
import * as sessions from '../sessions/index.ts';
import * as supervision from '../supervision/index.ts';
import * as wall from '../wall/index.ts';
import * as wrapUp from '../wrap-up/index.ts';
import {
  sampleGreekDraft,
  sampleGreekInterim,
  sampleGreekItems,
  sampleGreekRecord,
  sampleGreekSession,
  sampleGreekSuggestion,
  sampleGreekWallCall,
  summaryOf,
} from './sample-greek.ts';

/** A component with the least it needs, and what else shows words of its own. */
export interface ComponentSample {
  component: ForwardRefExoticComponent<object>;
  props: object;
  /** Further props, one view each, so that every string of the component is seen once. */
  views: readonly object[];
}

const doNothing = () => undefined;
const nowMs = Date.parse('2026-11-23T10:04:00Z');
const record: CustomerRecord = sampleGreekRecord;
const customer = summaryOf(record);
/** A call that nobody answered. */
const unanswered = {
  answeredAt: null,
  talkMs: null,
  agentName: null,
  outcome: null,
  rating: null,
};
const greekOutcomes = [
  { id: 'resolved', label: 'Λύθηκε' },
  { id: 'other', label: 'Άλλο' },
];
const toFollowUp = { disposition: 'follow-up', label: 'Εκκρεμεί' };
const devices = [{ id: 'a', label: '' }];
const greekQueue = { id: 'orders', name: 'Παραγγελίες' };
const greekAgents = (
  ['available', 'offered', 'on-call', 'wrap-up', 'break', 'offline'] as const
).map((status) => ({
  ...{ userId: status, name: 'Δάφνη', status, since: '2026-11-23T09:50:00Z' },
  ...(status === 'break' && { breakReason: 'Φαγητό' }),
}));
const greekWaiting = [true, false].map((isOffered) => ({
  ...{ callId: `${isOffered}`, queue: greekQueue, customerName: 'Μαρία', isOffered },
  since: '2026-11-23T10:03:00Z',
}));
const marks = replay.replayMarkKinds.map((kind, index) => {
  return { id: kind, kind, startMs: index * 1_000, endMs: index * 1_000 + 500, text: 'Ναι' };
});
const sentiment = { label: 'negative', score: -0.6, confidence: 0.8 } as const;
const lines: readonly replay.ReplayLine[] = [
  { id: '1', kind: 'said', speaker: 'customer', startMs: 0, text: 'Ναι', sentiment },
  { id: '2', kind: 'chat', speaker: 'agent', startMs: 1_000, text: 'Όχι' },
  { id: '3', kind: 'coach', speaker: 'supervisor', startMs: 2_000, text: 'Ίσως' },
];
const point = { segmentId: 'p', atMs: 9_000, score: -0.6, trend: -0.6, label: 'negative' as const };

/** Every component of the package by its name. Given words are Greek: what is Latin is ours. */
export const componentSamples: Readonly<Record<string, ComponentSample>> = {
  AISuggestionPanel: sample(
    ui.AISuggestionPanel,
    {
      suggestions: [sampleGreekSuggestion],
      nowMs,
      locale: 'el',
      onUse: doNothing,
      onSaid: doNothing,
      onEdit: doNothing,
      onDismiss: doNothing,
      onWrong: doNothing,
    },
    { onDensityChange: doNothing, helper: { status: 'late', reason: 'timeout' } },
    { onDensityChange: doNothing, density: 'none' },
    { suggestions: [] },
    { suggestions: [], unavailable: 'away' },
  ),
  AgentBoard: sample(
    wall.AgentBoard,
    { agents: greekAgents, nowMs, locale: 'el' },
    { agents: [] },
    { stale: true },
  ),
  AgentStatusPicker: sample(
    ui.AgentStatusPicker,
    { status: 'available', onStatusChange: doNothing },
    { status: 'on-call', sinceMs: nowMs, locale: 'el' },
    { defaultOpen: true },
  ),
  AppShell: sample(ui.AppShell, { header: 'Νότος', children: 'Κλήση' }),
  AudioLevelMeter: sample(ui.AudioLevelMeter, { level: 0.4 }, { muted: true, caption: 'Μαρία' }),
  Avatar: sample(ui.Avatar, { name: 'Μαρία Παππά' }),
  Badge: sample(ui.Badge, { children: 'Νέο' }),
  Button: sample(ui.Button, { children: 'Τέλος' }, { pending: true }, { shortcut: 'Mod+Enter' }),
  CallControls: sample(
    ui.CallControls,
    { onMutedChange: doNothing, onHangUp: doNothing },
    { onHeldChange: doNothing, confirmHangUp: true },
    { muted: true, held: true, onHeldChange: doNothing },
  ),
  CallWall: sample(
    wall.CallWall,
    {
      calls: [sampleGreekWallCall],
      listenHref: (callId: string) => `#${callId}`,
      onAct: doNothing,
      nowMs,
      locale: 'el',
    },
    { viewerId: sampleGreekWallCall.alerts[0]?.owner?.userId },
    { calls: [], empty: 'Καμία κλήση' },
    { calls: [{ ...sampleGreekWallCall, alerts: [], agent: null, transcribed: false }] },
    { calls: [sampleGreekWallCall, { ...sampleGreekWallCall, callId: 'β' }], foldAfter: 0 },
    { calls: [{ ...sampleGreekWallCall, alerts: [] }], foldAfter: 0 },
    { calls: [], status: 'loading' },
    { status: 'stale' },
  ),
  Captions: sample(
    ui.Captions,
    { items: sampleGreekItems, names: { customer: 'Μαρία', agent: 'Δάφνη' } },
    { items: [] },
    { defaultVisible: false },
  ),
  ChartFrame: sample(
    figures.ChartFrame,
    {
      ...{ heading: 'Κλήσεις', children: 'Γραμμή', exportHref: '#' },
      series: [{ id: 'a', name: 'Τώρα', mark: 'line', colour: 1 }],
      table: { columns: ['Μέρα', 'Κλήσεις'], rows: [{ key: 'a', name: 'Δευτέρα', cells: ['3'] }] },
    },
    { view: 'table' },
    { status: 'loading' },
    { status: 'empty', empty: 'Καμία κλήση' },
  ),
  ChartTooltip: sample(figures.ChartTooltip, {
    heading: 'Δευτέρα',
    items: [{ id: 'a', name: 'Τώρα', value: '3', mark: 'line', colour: 1 }],
    note: 'Τρεις κλήσεις',
  }),
  ChatComposer: sample(
    ui.ChatComposer,
    { onSend: doNothing },
    { defaultValue: 'Καλημέρα', maxLength: 2 },
  ),
  ChatMessage: sample(
    ui.ChatMessage,
    { text: 'Ναι', name: 'Μαρία', own: true },
    { state: 'sending' },
    { state: 'failed', onRetry: doNothing },
  ),
  ChatPanel: sample(
    ui.ChatPanel,
    {
      messages: [{ id: '1', from: 'customer', text: 'Ναι', state: 'failed' }],
      viewer: 'customer',
      names: { customer: 'Μαρία', agent: 'Δάφνη' },
      onSend: doNothing,
      onRetry: doNothing,
    },
    { messages: [] },
    { status: 'loading', messages: [] },
  ),
  CoachMessages: sample(supervision.CoachMessages, {
    messages: [{ id: 'm', from: 'Μαρία', text: 'Πιο αργά.', sentAtMs: nowMs - 20_000 }],
    onDismiss: doNothing,
    nowMs,
    locale: 'el',
  }),
  ConnectionBadge: sample(ui.ConnectionBadge, { state: 'connected' }, { state: 'reconnecting' }),
  CustomerCandidates: sample(ui.CustomerCandidates, {
    candidates: [customer],
    onChoose: doNothing,
    onFind: doNothing,
  }),
  CustomerFinder: sample(
    ui.CustomerFinder,
    {
      defaultQuery: 'Μαρία',
      hits: [{ customer, matched: 'name', orderNumber: null }],
      total: 4,
      status: 'ready',
      onChoose: doNothing,
      onMore: doNothing,
      onRetry: doNothing,
      onCreate: doNothing,
      onCancel: doNothing,
    },
    { hits: [], total: 0 },
    { hits: [], status: 'error' },
    { hits: [], status: 'loading' },
    { defaultQuery: 'Μ' },
  ),
  CustomerForm: sample(
    ui.CustomerForm,
    { onSubmit: doNothing, onCancel: doNothing },
    { problem: 'Υπάρχει ήδη.' },
  ),
  CustomerGlance: sample(
    ui.CustomerGlance,
    { record, nowMs, locale: 'el' },
    { record: { ...record, orders: [] } },
    { verified: false },
  ),
  CustomerInfoCard: sample(
    ui.CustomerInfoCard,
    { record, nowMs, locale: 'el', linkedBy: 'match', onChangeCustomer: doNothing },
    { highlightedOrders: ['4521'], contact: '+30 21 0000 0000' },
    { verified: false, onConfirm: doNothing },
    { record: { ...record, orders: [], tickets: [], calls: [] } },
    { record: null, customerName: 'Μαρία' },
    { record: undefined },
    { record: undefined, status: 'error', onRetry: doNothing },
  ),
  DayTimeline: sample(
    figures.DayTimeline,
    {
      ...{ startsAtMs: nowMs - 36_000_000, endsAtMs: nowMs + 36_000_000, nowMs },
      timeZone: 'Europe/Athens',
      spans: (['offline', 'available', 'offered', 'on-call', 'wrap-up', 'break'] as const).map(
        (status, index) => ({
          status,
          startMs: nowMs - (6 - index) * 600_000,
          endMs: status === 'break' ? null : nowMs - (5 - index) * 600_000,
          ...(status === 'break' && { detail: 'Φαγητό' }),
        }),
      ),
      calls: [{ callId: 'α', startMs: nowMs - 1_800_000, endMs: null, name: 'Μαρία' }],
      callHref: (callId: string) => `#${callId}`,
    },
    { callHref: undefined },
    { spans: [], calls: [] },
  ),
  DeskLayout: sample(
    ui.DeskLayout,
    { left: 'Πελάτης', main: 'Συνομιλία', right: 'Βοηθός' },
    { defaultDrawerOpen: true },
  ),
  DevicePicker: sample(
    ui.DevicePicker,
    { kind: 'microphone', devices },
    { devices: [] },
    { kind: 'speaker', devices: [] },
    { permission: 'denied', onRequest: doNothing },
  ),
  Dialog: sample(ui.Dialog, { open: true, onClose: doNothing, title: 'Τέλος' }),
  EmptyState: sample(ui.EmptyState, { title: 'Τίποτα', description: 'Καμία κλήση.' }),
  HeatMap: sample(
    figures.HeatMap,
    {
      name: 'Κλήσεις',
      cells: [
        { weekday: 1, hour: 9, value: 3, words: 'τρεις κλήσεις', short: '3' },
        { weekday: 2, hour: 9, value: 9, words: 'εννιά κλήσεις' },
      ],
      hours: { first: 8, last: 10 },
    },
    { cells: [] },
  ),
  IconButton: sample(ui.IconButton, { label: 'Τέλος', icon: '×' }),
  KeyboardHint: sample(
    ui.KeyboardHint,
    { keys: 'M', platform: 'other' },
    { keys: 'Shift+Mod+E' },
    { keys: 'Alt+PageDown' },
    { keys: 'Escape', platform: 'mac' },
  ),
  HelpRequest: sample(
    supervision.HelpRequest,
    { request: null, onAsk: doNothing, onEnd: doNothing, nowMs, locale: 'el' },
    { request: { askedAtMs: nowMs - 20_000, takenBy: null } },
    { request: { askedAtMs: nowMs - 20_000, takenBy: 'Μαρία' } },
  ),
  MetricDefinition: sample(
    figures.MetricDefinition,
    {
      ...{ name: 'αναμονή', sentence: 'Πόσο περιμένουν.', formula: 'αναμονές ÷ κλήσεις' },
      ...{ worked: '12 ÷ 3', more: 'Κλήσεις' },
    },
    { defaultOpen: true },
  ),
  MetricTile: sample(
    figures.MetricTile,
    {
      ...{ name: 'Αναμονή', value: '9', sample: '37 κλήσεις', callsHref: '#', points: [1, 2] },
      change: { words: 'λιγότερο', tone: 'better' },
      definition: { sentence: 'Πόσο περιμένουν.', formula: 'αναμονές ÷ κλήσεις' },
    },
    { value: null, why: 'Πολύ λίγες κλήσεις', callsHref: undefined },
    { change: { words: 'περισσότερο', tone: 'worse' }, updating: true },
    { change: { words: 'ίδιο', tone: 'neutral' } },
  ),
  MicrophoneTest: sample(
    ui.MicrophoneTest,
    { devices, permission: 'granted' },
    { heard: true },
    { permission: 'prompt', onRequest: doNothing },
  ),
  Notice: sample(
    ui.Notice,
    { children: 'Καμία κλήση.' },
    { tone: 'error', onDismiss: doNothing },
    { tone: 'success' },
    { tone: 'warning' },
  ),
  OfferCard: sample(
    ui.OfferCard,
    {
      customerName: 'Μαρία Παππά',
      waitedMs: 80_000,
      remainingMs: 20_000,
      receivedAtMs: 0,
      nowMs: 6_000,
      onAccept: doNothing,
      onDecline: doNothing,
    },
    { transcribed: false },
    { nowMs: 30_000 },
  ),
  PlayerControls: sample(
    replay.PlayerControls,
    {
      state: { ...replay.pausedPlayback, lastSkip: { durationMs: 12_000, count: 1 } },
      positionMs: 91_000,
      durationMs: 252_000,
      onToggle: doNothing,
      onStep: doNothing,
      onMark: doNothing,
      onRateChange: doNothing,
      onSkipsSilenceChange: doNothing,
      onHeardChange: doNothing,
      onCopyLink: doNothing,
    },
    { state: { ...replay.pausedPlayback, status: 'buffering' }, isCopied: true, saysSkip: true },
    {
      saysSkip: true,
      state: { ...replay.pausedPlayback, lastSkip: { durationMs: 12_000, count: 1 } },
    },
  ),
  QueuePosition: sample(
    ui.QueuePosition,
    { position: 3, estimatedWaitMs: 240_000, onLeave: doNothing },
    { position: 1, estimatedWaitMs: null },
    { position: null },
    { agentsOnline: 0 },
  ),
  QueueSummary: sample(ui.QueueSummary, { waiting: 3, longestWaitMs: 80_000 }, { waiting: 0 }),
  Rating: sample(ui.Rating, { onSubmit: doNothing }, { defaultValue: 4 }, { submitted: true }),
  RecordingNotice: sample(ui.RecordingNotice, {}),
  RelativeTime: sample(ui.RelativeTime, { at: '2026-11-18T15:20:00Z', nowMs, locale: 'el' }),
  ReplayTimeline: sample(
    replay.ReplayTimeline,
    {
      durationMs: 252_000,
      positionMs: 91_000,
      marks,
      onSeek: doNothing,
      onHiddenKindsChange: doNothing,
    },
    { soundEndsMs: 100_000, talk: { customer: [{ startMs: 0, endMs: 900 }], agent: [] } },
    ...(['used', 'edited', 'dismissed', 'wrong', 'expired', 'open'] as const).map((end) => ({
      marks: [{ id: end, kind: 'suggestion' as const, startMs: 0, endMs: 9_000, text: '', end }],
    })),
  ),
  ReplayTranscript: sample(
    replay.ReplayTranscript,
    { lines, positionMs: 0, query: '', onSeek: doNothing, onQueryChange: doNothing },
    { query: 'Ναι' },
    { query: 'Ίσως' },
    { lines: [] },
    { lines: [], status: 'loading' },
    { lines: [], status: 'error', onRetry: doNothing },
  ),
  Select: sample(ui.Select, { label: 'Μικρόφωνο', options: [{ value: 'a', label: 'Ένα' }] }),
  SentimentAlert: sample(
    ui.SentimentAlert,
    { advice: 'Άκου πρώτα.', score: -0.64, onDismiss: doNothing },
    { customerName: 'Μαρία' },
  ),
  SentimentMark: sample(ui.SentimentMark, { label: 'negative', score: -0.6, confidence: 0.8 }),
  SentimentTrend: sample(
    ui.SentimentTrend,
    { points: [point] },
    { points: [] },
    { variant: 'strip' },
  ),
  SentimentSpark: sample(
    sessions.SentimentSpark,
    { start: -0.6, end: 0.1, trend: [-0.2] },
    { start: null, end: null, trend: [] },
  ),
  SessionFilters: sample(
    sessions.SessionFilters,
    { agents: [{ id: 'a', name: 'Δάφνη' }], count: { value: 1, isMore: false } },
    { count: { value: 1000, isMore: true }, searchKeys: 'Control+F' },
    { defaultValue: { ...sessions.noSessionFilters, period: 'days', order: 'Α7' } },
  ),
  SessionList: sample(
    sessions.SessionList,
    {
      sessions: [sampleGreekSession],
      sessionHref: (callId: string) => `#${callId}`,
      nowMs,
      locale: 'el',
    },
    { sessions: [{ ...sampleGreekSession, ...unanswered, status: 'abandoned' }] },
    { sessions: [{ ...sampleGreekSession, outcome: null, status: 'wrap-up', sound: 'lost' }] },
    { more: 'ready', onMore: doNothing },
    { more: 'loading', onMore: doNothing },
    { more: 'failed', onMore: doNothing },
    { sessions: [], status: 'loading' },
    { sessions: [], status: 'paused' },
    { sessions: [], status: 'failed', problem: 'Χωρίς σύνδεση.', onRetry: doNothing },
    { sessions: [], empty: 'Καμία κλήση' },
  ),
  ShortcutList: sample(ui.ShortcutList, {
    open: true,
    onClose: doNothing,
    shortcuts: [{ keys: 'Shift+Mod+E', label: 'Τέλος' }],
  }),
  Skeleton: sample(ui.Skeleton, { lines: 2 }),
  StartCard: sample(ui.StartCard, { title: 'Κλήση', description: 'Μίλησε μαζί μας.' }),
  SuggestionCard: sample(
    ui.SuggestionCard,
    {
      item: sampleGreekSuggestion,
      nowMs,
      locale: 'el',
      onVerb: doNothing,
      keys: { use: 'U', choose: '1' },
    },
    { item: { ...sampleGreekSuggestion, state: 'writing', action: null, confidence: null } },
    { state: 'editing' },
    { keys: { use: 'Mod+Enter' } },
  ),
  TextArea: sample(ui.TextArea, { label: 'Σημειώσεις' }),
  TextField: sample(ui.TextField, { label: 'Όνομα' }),
  Timer: sample(ui.Timer, { sinceMs: 0, nowMs: 42_000, locale: 'el' }),
  Transcript: sample(
    ui.Transcript,
    { items: sampleGreekItems, names: { customer: 'Μαρία', agent: 'Δάφνη' } },
    { items: [] },
    { items: [], status: 'loading' },
    { items: [], status: 'error', onRetry: doNothing },
    { answeredAtMs: nowMs, locale: 'el' },
    { items: [sampleGreekInterim] },
  ),
  TranscriptionBadge: sample(
    ui.TranscriptionBadge,
    { status: 'live', delayMs: 400 },
    { status: 'declined' },
  ),
  WaitingList: sample(
    wall.WaitingList,
    { waiting: greekWaiting, nowMs, locale: 'el' },
    { limit: 1 },
    { waiting: [] },
  ),
  WallSummary: sample(
    wall.WallSummary,
    {
      ...{ calls: 2, needHelp: 1, waiting: 1, available: 1, onDuty: 2, freshness: 'live' },
      ...{ longestSinceMs: nowMs - 80_000, nowMs },
    },
    { calls: 1, needHelp: 2, waiting: 0, longestSinceMs: null, onDuty: 0 },
    { freshness: 'loading' },
    { freshness: 'stale', silentMs: 7_000 },
    { freshness: 'offline', silentMs: 7_000 },
  ),
  WrapUpDraft: sample(
    wrapUp.WrapUpDraft,
    {
      lines: sampleGreekDraft,
      names: { customer: 'Μαρία', agent: 'Δάφνη' },
      suggestion: { ...toFollowUp, because: 'κάτι έμεινε', atMs: 9_000, chosen: false },
      onChoose: doNothing,
      onShow: doNothing,
      onEdit: doNothing,
      onRemove: doNothing,
      onRestore: doNothing,
    },
    { suggestion: { ...toFollowUp, because: 'όλα καλά', atMs: null, chosen: true } },
    { lines: [] },
    { lines: [], status: 'loading' },
  ),
  WrapUpForm: sample(
    ui.WrapUpForm,
    {
      outcomes: greekOutcomes,
      onFinish: doNothing,
      sinceMs: 0,
      nowMs: 42_000,
      locale: 'el',
      saveState: 'saved',
    },
    { outcomeRequired: false },
    { saveState: 'failed', defaultValue: { disposition: null, notes: 'Ναι' }, maxNotesLength: 1 },
  ),
};

function sample<P extends object>(
  component: ForwardRefExoticComponent<P>,
  props: NoInfer<P>,
  ...views: NoInfer<Partial<P>>[]
): ComponentSample {
  return {
    component: component as unknown as ForwardRefExoticComponent<object>,
    props,
    views: [{}, ...views],
  };
}
