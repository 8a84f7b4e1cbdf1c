'use client';
import { useQuery } from '@tanstack/react-query';
import { sessionAgents } from './session-api.ts';

/**
 * Whose calls can be chosen, by name; none until they are known, and undefined for who sees their own alone.
 */
export function useSessionAgents(
  isOverseer: boolean,
): readonly { id: string; name: string }[] | undefined {
  const { data } = useQuery({
    queryKey: ['session-agents'],
    queryFn: ({ signal }) => sessionAgents(signal),
    enabled: isOverseer,
  });
  const agents = data?.agents.map(({ userId, displayName }) => ({ id: userId, name: displayName }));
  return agents ?? (isOverseer ? [] : undefined);
}
