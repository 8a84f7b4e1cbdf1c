'use client';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

/** What was typed and not saved, by page and by the thing it is about. */
type Kept = Map<string, unknown>;

interface Unsaved {
  /** Keys of what is kept: a page, a line break, and a thing on it. */
  keys: ReadonlySet<string>;
  read(key: string): unknown;
  keep(key: string, draft: unknown): void;
}

const UnsavedContext = createContext<Unsaved | null>(null);

/**
 * Keeps what was typed on the admin's pages and not saved while one goes from one to another, and lets the browser ask
 * before all of it is left.
 */
export function UnsavedProvider({ children }: { children: ReactNode }) {
  const kept = useRef<Kept>(new Map());
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const read = useCallback((key: string) => kept.current.get(key), []);
  const keep = useCallback((key: string, draft: unknown) => {
    if (draft === undefined) kept.current.delete(key);
    else kept.current.set(key, draft);
    setKeys((before) => {
      const isSame = before.has(key) === kept.current.has(key);
      return isSame ? before : new Set(kept.current.keys());
    });
  }, []);
  const isAny = keys.size > 0;
  useEffect(() => {
    if (!isAny) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAny]);
  const unsaved = useMemo(() => ({ keys, read, keep }), [keys, read, keep]);
  return <UnsavedContext.Provider value={unsaved}>{children}</UnsavedContext.Provider>;
}

/** What is typed on one page and not saved, by the id of the thing that it is about. */
export interface Drafts<Draft> {
  of(id: string): Draft | undefined;
  has(id: string): boolean;
  /** Undefined: nothing is typed any more. */
  set(id: string, draft: Draft | undefined): void;
}

/** The drafts of a page. Every use of a page names the same type. */
export function useDrafts<Draft>(page: string): Drafts<Draft> {
  const { keys, read, keep } = useUnsaved();
  return useMemo(
    () => ({
      of: (id) => read(keyOf(page, id)) as Draft | undefined,
      has: (id) => keys.has(keyOf(page, id)),
      set: (id, draft) => keep(keyOf(page, id), draft),
    }),
    [page, keys, read, keep],
  );
}

/** Whether anything on a page was typed and not saved. */
export function useHasDrafts(): (page: string) => boolean {
  const { keys } = useUnsaved();
  return (page) => [...keys].some((key) => key.startsWith(keyOf(page, '')));
}

function keyOf(page: string, id: string): string {
  return `${page}\n${id}`;
}

function useUnsaved(): Unsaved {
  const unsaved = useContext(UnsavedContext);
  if (!unsaved) throw new Error('This is no page of an admin.');
  return unsaved;
}
