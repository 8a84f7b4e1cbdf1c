import type { PartClassNames } from '../react/part.ts';
import type { SpeakerNames } from '../transcript/transcript-labels.ts';
import type { WrapUpDraftItem, WrapUpDraftPart } from './draft-item.ts';
import type { WrapUpDraftLabels } from './wrap-up-draft-labels.ts';

/** What an agent can do with the lines of a draft. */
export interface DraftLineActions {
  /** Told of each change as it is typed, so that it can be saved. */
  onEdit?: ((id: string, text: string) => void) | undefined;
  onRemove?: ((id: string) => void) | undefined;
  /** Takes a removal or an edit back. */
  onRestore?: ((id: string) => void) | undefined;
  /** Shows what was said at a moment (milliseconds since the call was answered). */
  onShow?: ((atMs: number) => void) | undefined;
}

/** Props of a line. */
export interface DraftLineProps extends DraftLineActions {
  line: WrapUpDraftItem;
  names: SpeakerNames;
  maxLineLength: number;
  classNames: PartClassNames<WrapUpDraftPart> | undefined;
  text: WrapUpDraftLabels;
}
