import * as z from 'zod';
import { isTimeZone } from './time-zone.ts';

/** Headings under which the settings stand, in their order. */
export const settingGroups = {
  calls: 'Queue, offers and wrap-up',
  help: 'Help for agents',
  keeping: 'How long data is kept',
  reports: 'Reports',
} as const;
/** One of the headings. */
export type SettingGroup = keyof typeof settingGroups;

interface SettingWords {
  group: SettingGroup;
  label: string;
  /** What it changes, in a sentence or two. */
  changes: string;
}

/** A setting that is a number. */
export interface NumberSetting extends SettingWords {
  kind: 'number';
  unit: 'days' | 'minutes' | 'seconds' | 'score';
  preset: number;
  least: number;
  most: number;
  /** How many decimal places it may have. */
  decimals: 0 | 2;
  /** What 0 means, where that is not none. */
  zero?: string;
}

/** A setting that is an IANA time zone. */
export interface ZoneSetting extends SettingWords {
  kind: 'zone';
  preset: string;
}

/** How one setting is understood, shown and checked. */
export type SettingDefinition = NumberSetting | ZoneSetting;

const seconds = { kind: 'number', unit: 'seconds', decimals: 0 } as const;
const minutes = { kind: 'number', unit: 'minutes', decimals: 0 } as const;
const score = { kind: 'number', unit: 'score', decimals: 2 } as const;
const days = {
  kind: 'number',
  unit: 'days',
  decimals: 0,
  least: 0,
  most: 3650,
  zero: 'for ever',
} as const;

/**
 * Everything that admins can set. `preset` holds where nobody has set anything and the environment says
 * nothing else; a value outside of `least` to `most` is never in force.
 */
export const settingDefinitions = {
  offerSeconds: {
    ...seconds,
    group: 'calls',
    label: 'Time to accept an offer',
    changes:
      'How long a call rings at an agent. After that the call is offered to the next one, and the agent goes on a break.',
    preset: 20,
    least: 5,
    most: 120,
  },
  waitingSilentSeconds: {
    ...seconds,
    group: 'calls',
    label: 'Waiting customers count as gone after',
    changes:
      'How long nothing may be heard of a waiting customer’s browser, as when a phone is locked, before its place is lost.',
    preset: 15,
    least: 10,
    most: 300,
  },
  callSilentSeconds: {
    ...seconds,
    group: 'calls',
    label: 'A call ends when a side is away for',
    changes: 'How long nothing may be heard of the customer’s or the agent’s browser in a call.',
    preset: 60,
    least: 20,
    most: 600,
  },
  wrapUpMinutes: {
    ...minutes,
    group: 'calls',
    label: 'Wrap-up limit',
    changes:
      'How long a wrap-up is left whose agent is away. Then the system closes it. An agent who is there may take as long as it needs.',
    preset: 10,
    least: 1,
    most: 480,
  },
  alertBelow: {
    ...score,
    group: 'help',
    label: 'Alert below',
    changes:
      'The sentiment, from −1 to 1, below which an agent is told that the customer is upset. Closer to −1: fewer alerts.',
    preset: -0.5,
    least: -1,
    most: -0.3,
  },
  alertPauseSeconds: {
    ...seconds,
    group: 'help',
    label: 'Pause between two alerts',
    changes: 'The least time between two alerts of a call.',
    preset: 30,
    least: 0,
    most: 600,
  },
  cardSeconds: {
    ...seconds,
    group: 'help',
    label: 'Card age',
    changes: 'How long a suggestion stays that the agent does not touch.',
    preset: 90,
    least: 15,
    most: 900,
  },
  cardConfidence: {
    ...score,
    group: 'help',
    label: 'Least confidence to show a card',
    changes:
      'How sure a card or a model has to be, from 0 to 1, for the agent to see it. Higher: fewer cards, and fewer wrong ones.',
    preset: 0.5,
    least: 0.3,
    most: 0.95,
  },
  cardRestSeconds: {
    ...seconds,
    group: 'help',
    label: 'A used card comes back after',
    changes: 'How long a card that the agent has used in a call is not shown again.',
    preset: 60,
    least: 0,
    most: 1800,
  },
  soundDays: {
    ...days,
    group: 'keeping',
    label: 'Sound of calls',
    changes:
      'How many days after its end the recording of a call is deleted, at the latest with what was said. A legal hold keeps it.',
    preset: 90,
  },
  transcriptDays: {
    ...days,
    group: 'keeping',
    label: 'What was said',
    changes:
      'How many days after its end a call is erased: transcript, chat, notes, name and contact. Its times and outcome stay. A legal hold keeps it.',
    preset: 365,
  },
  figureDays: {
    ...days,
    group: 'keeping',
    label: 'Figures',
    changes:
      'How many days after its end the rest of an erased call is deleted: times, agent, outcome and stars, and with it what agents did then. Never before what was said. Reports reach back as far as this.',
    preset: 0,
  },
  reportZone: {
    kind: 'zone',
    group: 'reports',
    label: 'Reporting time zone',
    changes:
      'Where a day begins: for figures, within a minute, for the audit log and its exports, and for the hour of the night at which old data is deleted.',
    preset: 'UTC',
  },
} as const satisfies Record<string, SettingDefinition>;

/** Names a setting. */
export type SettingKey = keyof typeof settingDefinitions;

/** All settings with a value each; the unit is at the end of the name. */
export type Settings = {
  [Key in SettingKey]: (typeof settingDefinitions)[Key]['kind'] extends 'zone' ? string : number;
};

/** What a setting can be. */
export type SettingValue = Settings[SettingKey];

/** All keys, in the order in which they are shown. */
export const settingKeys = Object.keys(settingDefinitions) as SettingKey[];

/** The settings of a place where nobody has set anything. */
export const settingPresets = Object.fromEntries(
  settingKeys.map((key) => [key, settingDefinitions[key].preset]),
) as Settings;

/** Why a setting cannot have this value, in words for who has entered it; undefined: it can. */
export function settingFault(key: SettingKey, value: unknown): string | undefined {
  const definition: SettingDefinition = settingDefinitions[key];
  switch (definition.kind) {
    case 'zone':
      return isTimeZone(value) ? undefined : 'Choose a time zone of the list.';
    case 'number':
      return numberFault(definition, value);
    default:
      return definition satisfies never;
  }
}

function numberFault({ least, most, decimals }: NumberSetting, value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'Enter a number.';
  if (value < least || value > most) return `Use a number from ${shown(least)} to ${shown(most)}.`;
  if (Number(value.toFixed(decimals)) === value) return undefined;
  return decimals === 0 ? 'Use a whole number.' : `Use at most ${decimals} decimal places.`;
}

function shown(value: number): string {
  return String(value).replace('-', '−');
}

const keySchema = z.enum(settingKeys as [SettingKey, ...SettingKey[]]);
const valueSchema = z.union([z.number(), z.string().max(64)]);
const versionSchema = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const settingChangeSchema = z.object({
  key: keySchema,
  /** Null: back to the default. */
  value: valueSchema.nullable(),
  /** That of the setting as it was seen; 0 for one that nobody had set. */
  version: versionSchema,
});
/** One change of a setting, made from what somebody saw. */
export type SettingChange = z.infer<typeof settingChangeSchema>;

/** One change, or several that are made together or not at all. */
export const settingChangesSchema = z.union([
  settingChangeSchema.transform((change) => [change]),
  z
    .array(settingChangeSchema)
    .min(1)
    .max(settingKeys.length)
    .refine(
      (changes) => new Set(changes.map(({ key }) => key)).size === changes.length,
      'Name each setting once.',
    ),
]);

const whoSchema = {
  /** Who did it; null where somebody wrote to the database by hand. */
  setBy: z.string().nullable(),
  setAt: z.iso.datetime({ offset: true }),
};

const settingViewSchema = z.object({
  key: keySchema,
  /** What is in force. */
  value: valueSchema,
  /** What is in force where nobody sets anything. */
  preset: valueSchema,
  /** 0: nobody has ever set it. */
  version: versionSchema,
  /** Whether what is stored cannot be used, so that the default is in force. */
  isUnusable: z.boolean(),
  /** The last changes, the newest first; null: back to the default, or what cannot be used. */
  history: z.array(
    z.object({ version: versionSchema, value: valueSchema.nullable(), ...whoSchema }),
  ),
});
/** A setting as admins see it. */
export type SettingView = z.infer<typeof settingViewSchema>;

/** All settings as admins see them. */
export const settingsViewSchema = z.object({ settings: z.array(settingViewSchema) });
/** All settings as admins see them. */
export type SettingsView = z.infer<typeof settingsViewSchema>;

const daysSchema = z.coerce.number().int().min(0).max(3650);

/** Query of `GET /api/admin/settings/deletions`: what somebody thinks of setting; absent: as it is now. */
export const deletionsQuerySchema = z.object({
  soundDays: daysSchema.optional(),
  transcriptDays: daysSchema.optional(),
  figureDays: daysSchema.optional(),
});
/** How long things would be kept. */
export type DeletionsQuery = z.infer<typeof deletionsQuerySchema>;

/** What the next nightly run would delete. */
export const deletionsSchema = z.object({
  /** Calls of which the sound goes. */
  sounds: z.number().int().min(0),
  /** Calls that are erased. */
  transcripts: z.number().int().min(0),
  /** Calls of which nothing is left. */
  figures: z.number().int().min(0),
});
/** What the next nightly run would delete. */
export type Deletions = z.infer<typeof deletionsSchema>;
