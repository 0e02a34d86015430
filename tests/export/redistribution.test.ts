// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NamedEvent } from '#core/event-row.ts';
import { ExportRefused, type ExportSubject } from '#export/export-job.ts';
import { formats } from '#export/formats.ts';
import { presetOf } from '#export/presets.ts';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';
import { drawingsOf } from './drawings.ts';
import { sampleEvents } from './named-events.ts';

// The service is away, so that every format must make do with the rows in the page.
beforeEach(() => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('away'))));
afterEach(() => vi.unstubAllGlobals());

const closed: readonly NamedEvent[] = sampleEvents(3).map((row) => ({
  ...row,
  source: {
    ...{ id: 'owner', title: 'Set', attribution: 'Owner', publisher: 'Owner', url: null, licence: 'Terms' },
    redistribution: 'aggregates' as const,
  },
}));

it.each(
  formats
    .filter(({ takes }) => takes === 'rows' || takes === 'events')
    .map((format) => [format.id, format] as const),
)('%s refuses rows that may not leave, though they be in the page', async (_id, format) => {
  const i18n = await i18nOf('en');
  const subject: ExportSubject = {
    subject: 'Peru seizures',
    from: null,
    to: null,
    dataVersion: '2026-11-23.3f9a1c04',
    toolVersion: '0.1.0',
    sources: [],
    drawing: () => drawingsOf(i18n).table,
    rows: { kind: 'events', n: closed.length, address: () => '/api/v1/events', loaded: () => closed },
  };
  const options = {
    preset: presetOf('wide'),
    scale: 1,
    theme: 'light',
    ground: true,
    i18n,
    alt: null,
  } as const;
  await expect(format.write(subject, options)).rejects.toBeInstanceOf(ExportRefused);
});
