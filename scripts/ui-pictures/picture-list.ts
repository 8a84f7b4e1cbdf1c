/** One picture of the README: a story and how much room it gets. */
export interface Picture {
  /** File name without its ending: the component in kebab case. */
  name: string;
  /** Storybook's id of the story. */
  story: string;
  /** CSS pixels the component may take; absent: as wide as it is. */
  width?: number;
  /** The whole page at this size, for what fills a page. */
  page?: { width: number; height: number; theme?: string };
}

/** The scripted call when the customer has just said that she is disappointed. */
const wholeDesk = 'guide-a-whole-call--desk';

/** Every picture of the README of `@agent/ui`. */
export const pictures: readonly Picture[] = [
  desk('desk', wholeDesk),
  desk('desk-dark', wholeDesk, 'dark'),
  desk('desk-high-contrast', wholeDesk, 'high-contrast'),
  { name: 'customer', story: 'guide-a-whole-call--customer', page: { width: 390, height: 480 } },
  desk('desk-layout', 'layout-desklayout--wrap-up'),
  picture('transcript', 'call-transcript--with-sentiment', 640),
  picture('captions', 'call-captions--live', 640),
  picture('chat-panel', 'call-chatpanel--ready', 420),
  picture('chat-message', 'call-chatmessage--failed', 360),
  picture('chat-composer', 'call-chatcomposer--draft', 420),
  picture('call-controls', 'call-callcontrols--talking', 880),
  picture('connection-badge', 'call-connectionbadge--poor'),
  picture('transcription-badge', 'call-transcriptionbadge--delayed'),
  picture('offer-card', 'call-offercard--open', 400),
  picture('audio-level-meter', 'sound-audiolevelmeter--loud', 240),
  picture('device-picker', 'sound-devicepicker--denied', 380),
  picture('microphone-test', 'sound-microphonetest--heard', 420),
  picture('ai-suggestion-panel', 'assist-aisuggestionpanel--two', 312),
  picture('suggestion-card', 'assist-suggestioncard--important', 312),
  picture('sentiment-mark', 'assist-sentimentmark--negative'),
  picture('sentiment-trend', 'assist-sentimenttrend--falling', 312),
  picture('sentiment-alert', 'assist-sentimentalert--upset', 312),
  picture('customer-info-card', 'desk-customerinfocard--order-mentioned', 256),
  picture('customer-glance', 'desk-customerglance--ready', 360),
  picture('customer-candidates', 'desk-customercandidates--three', 256),
  picture('customer-finder', 'desk-customerfinder--found', 256),
  picture('customer-form', 'desk-customerform--ready', 256),
  picture('agent-status-picker', 'desk-agentstatuspicker--available'),
  picture('queue-summary', 'desk-queuesummary--waiting'),
  picture('help-request', 'supervision-helprequest--asked', 300),
  picture('coach-messages', 'supervision-coachmessages--two', 420),
  picture('wrap-up-form', 'desk-wrapupform--filled', 312),
  picture('wrap-up-draft', 'desk-wrapupdraft--untouched', 312),
  picture('session-list', 'history-sessionlist--found', 1180),
  picture('session-filters', 'history-sessionfilters--everything', 1180),
  picture('sentiment-spark', 'history-sentimentspark--ends-upset'),
  picture('call-wall', 'wall-callwall--a-few', 960),
  picture('wall-summary', 'wall-wallsummary--live', 760),
  picture('waiting-list', 'wall-waitinglist--ready', 260),
  picture('agent-board', 'wall-agentboard--ready', 260),
  picture('metric-tile', 'figures-metrictile--ready', 220),
  {
    name: 'metric-definition',
    story: 'figures-metricdefinition--open',
    page: { width: 400, height: 260 },
  },
  picture('chart-frame', 'figures-chartframe--ready', 640),
  picture('chart-tooltip', 'figures-charttooltip--ready'),
  picture('heat-map', 'figures-heatmap--calls', 960),
  picture('day-timeline', 'figures-daytimeline--ready', 760),
  picture('queue-position', 'customer-queueposition--waiting', 460),
  picture('rating', 'customer-rating--scored', 460),
  picture('recording-notice', 'customer-recordingnotice--undecided', 460),
  { name: 'app-shell', story: 'layout-appshell--customer', page: { width: 640, height: 180 } },
  picture('start-card', 'layout-startcard--ready', 360),
  picture('replay-timeline', 'replay-replaytimeline--with-waveform', 960),
  picture('player-controls', 'replay-playercontrols--paused', 860),
  picture('replay-transcript', 'replay-replaytranscript--found', 400),
  picture('avatar', 'foundations-avatar--accent'),
  picture('badge', 'foundations-badge--warning'),
  picture('button', 'foundations-button--primary'),
  picture('icon-button', 'foundations-iconbutton--secondary'),
  { name: 'dialog', story: 'foundations-dialog--open', page: { width: 560, height: 280 } },
  picture('empty-state', 'foundations-emptystate--with-action', 400),
  picture('keyboard-hint', 'foundations-keyboardhint--mac'),
  picture('notice', 'foundations-notice--warning', 520),
  picture('relative-time', 'foundations-relativetime--past'),
  picture('select', 'foundations-select--ready', 320),
  {
    name: 'shortcut-list',
    story: 'foundations-shortcutlist--open',
    page: { width: 560, height: 360 },
  },
  picture('skeleton', 'foundations-skeleton--lines', 320),
  picture('text-area', 'foundations-textarea--filled', 360),
  picture('text-field', 'foundations-textfield--with-hint', 320),
  picture('timer', 'foundations-timer--running'),
];

function picture(name: string, story: string, width?: number): Picture {
  return width === undefined ? { name, story } : { name, story, width };
}

function desk(name: string, story: string, theme = 'light'): Picture {
  return { name, story, page: { width: 1280, height: 720, theme } };
}
