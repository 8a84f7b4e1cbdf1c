'use client';
import { clsx } from 'clsx';
import { Info } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useControllable } from '../react/use-controllable.ts';
import { useDismiss } from '../react/use-dismiss.ts';
import { useMergedRef } from '../react/use-merged-ref.ts';

/** Strings of a `MetricDefinition`. */
export interface MetricDefinitionLabels {
  /** Names the button and what it opens. */
  open: (name: string) => string;
  formula: string;
  worked: string;
}
/** English words around a definition; `labels` replaces them one by one. */
export const defaultMetricDefinitionLabels: MetricDefinitionLabels = {
  open: (name) => `What is ${name}?`,
  formula: 'How it is worked out',
  worked: 'With these numbers',
};

/** What a figure means, in the words of whoever defines it. */
export interface MetricDefinitionProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'onToggle'> {
  /** Of the figure: `speed of answer`. */
  name: string;
  /** What it tells, for somebody new. */
  sentence: string;
  /** `waits of answered calls ÷ answered calls`. */
  formula: string;
  /** The formula with the numbers of now: `12,340 s ÷ 37 calls = 5:33`; null: there are none. */
  worked?: string | null | undefined;
  /** What else there is to say, such as a way to the calls. */
  more?: ReactNode;
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  labels?: Partial<MetricDefinitionLabels> | undefined;
}

/** A small button beside a figure that opens what it means. Escape and anything beside it close it. */
export const MetricDefinition = forwardRef<HTMLDivElement, MetricDefinitionProps>(
  function MetricDefinition(
    {
      name,
      sentence,
      formula,
      worked,
      more,
      open,
      defaultOpen = false,
      onOpenChange,
      labels,
      className,
      ...rest
    },
    ref,
  ) {
    const text = { ...defaultMetricDefinitionLabels, ...labels };
    const [isOpen, setOpen] = useControllable({
      value: open,
      defaultValue: defaultOpen,
      onChange: onOpenChange,
    });
    const root = useRef<HTMLDivElement>(null);
    const button = useRef<HTMLButtonElement>(null);
    const merged = useMergedRef(root, ref);
    const id = useId();
    useDismiss(root, isOpen, (refocus) => {
      setOpen(false);
      if (refocus) button.current?.focus();
    });
    return (
      <div
        {...rest}
        ref={merged}
        className={clsx('aui-metric-definition', className)}
        data-slot="metric-definition"
        data-state={isOpen ? 'open' : 'closed'}
      >
        <button
          ref={button}
          type="button"
          data-slot="metric-definition-button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={text.open(name)}
          title={text.open(name)}
          onClick={() => setOpen(!isOpen)}
        >
          <Info aria-hidden="true" />
        </button>
        {isOpen ? (
          <Panel id={id} label={text.open(name)}>
            <p data-slot="metric-definition-sentence">{sentence}</p>
            <dl>
              <dt>{text.formula}</dt>
              <dd>{formula}</dd>
              {worked ? (
                <>
                  <dt>{text.worked}</dt>
                  <dd data-slot="metric-definition-worked">{worked}</dd>
                </>
              ) : null}
            </dl>
            {more ? <div data-slot="metric-definition-more">{more}</div> : null}
          </Panel>
        ) : null}
      </div>
    );
  },
);

/** Room that stays between the panel and the edge of the window, in CSS pixels. */
const EDGE_PX = 8;

/** What is open, moved so that none of it is beyond the edge of the window. */
function Panel({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const place = () => panel.current && keepWithin(panel.current);
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, []);
  return (
    <section ref={panel} id={id} aria-label={label} data-slot="metric-definition-panel">
      {children}
    </section>
  );
}

function keepWithin(panel: HTMLElement): void {
  panel.style.transform = '';
  const place = panel.getBoundingClientRect();
  const left = Math.max(0, EDGE_PX - place.left);
  const right = Math.max(0, place.right + EDGE_PX - document.documentElement.clientWidth);
  if (left !== right) panel.style.transform = `translateX(${left - right}px)`;
}
