import type { Format } from '#i18n/format.ts';

/** What a choice shows of its number; nothing, above all no 0, while it is not known. */
export const countProps = (events: number | null, format: Format): { count?: string; muted: boolean } => ({
  ...(events === null ? {} : { count: format.number(events) }),
  muted: events === 0,
});
