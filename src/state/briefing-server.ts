import { create } from 'zustand';
import { deleteServerBriefing, fetchBriefing, listBriefings, putBriefing } from '#api/briefings.ts';
import type { KeptBriefing as ServerBriefing } from '#contract/briefing-endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import type { Briefing } from '#core/briefing.ts';
import { keepBriefing, keptBriefing, noteServer } from './briefing-store.ts';

type State = {
  /** The write token as the reader typed it: in the memory of this page and nowhere else; null = not given. */
  readonly token: string | null;
  readonly rows: readonly ServerBriefing[] | null;
};

/** What the server keeps, for whoever has given the token. */
export const useBriefingServer = create<State>(() => ({ token: null, rows: null }));

/** Tries a token by asking for the list with it. Throws ApiError and keeps no token that was refused. */
export async function openServer(token: string): Promise<void> {
  const rows = await listBriefings(token);
  useBriefingServer.setState({ token, rows });
}

export function leaveServer(): void {
  useBriefingServer.setState({ token: null, rows: null });
}

async function refreshed(token: string): Promise<void> {
  useBriefingServer.setState({ rows: await listBriefings(token) });
}

function givenToken(): string {
  const { token } = useBriefingServer.getState();
  if (token === null) throw new ApiError(401, 'unauthorized', 'The write token is not given.');
  return token;
}

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'conflict'; readonly theirs: Briefing | null };

/** Keeps a briefing on the server unless somebody changed it there meanwhile: then both stay, and theirs is given back. */
export async function saveOnServer(id: string): Promise<SaveOutcome> {
  const token = givenToken();
  const kept = keptBriefing(id);
  if (!kept) throw new ApiError(404, 'not-found', id);
  try {
    const etag = await putBriefing(token, kept.briefing, kept.server?.etag ?? null);
    await noteServer(id, etag);
    await refreshed(token);
    return { kind: 'saved' };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error;
    const theirs = await theirState(token, id);
    await refreshed(token);
    return { kind: 'conflict', theirs };
  }
}

async function theirState(token: string, id: string): Promise<Briefing | null> {
  try {
    return (await fetchBriefing(token, id)).briefing;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Brings the server's state into this browser, over the one here. */
export async function takeFromServer(id: string): Promise<void> {
  const { briefing, etag } = await fetchBriefing(givenToken(), id);
  const changed = new Date().toISOString();
  await keepBriefing(briefing, { etag, at: changed }, changed);
}

/** Deletes the state that the list shows; returns what keeps it again. */
export async function deleteOnServer(id: string): Promise<() => Promise<void>> {
  const token = givenToken();
  const { briefing, etag } = await fetchBriefing(token, id);
  await deleteServerBriefing(token, id, etag);
  const here = keptBriefing(id);
  if (here?.server?.etag === etag) await noteServer(id, null);
  await refreshed(token);
  return async () => {
    const again = await putBriefing(token, briefing, null);
    if (here?.server?.etag === etag) await noteServer(id, again);
    await refreshed(token);
  };
}
