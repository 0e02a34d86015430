// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportMenu } from '#export/ExportMenu.tsx';
import type { ExportSubject } from '#export/export-job.ts';
import { presets } from '#export/presets.ts';
import { svgText } from '#export/svg.tsx';
import { I18nProvider, loadMessages } from '#i18n/i18n.tsx';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';
import { drawingsOf, sources } from './drawings.ts';

const messages = await loadMessages('en');
const drawing = drawingsOf(await i18nOf('en')).lanes;
const saved: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  saved.length = 0;
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.getAttribute('href') ?? '')! });
  });
});

const answer = (body: string, init?: ResponseInit) => {
  vi.stubGlobal('fetch', async (url: string) => {
    if (String(url).includes('woff2')) return new Response(new Uint8Array([1, 2, 3]));
    return new Response(body, init);
  });
};

const subject: ExportSubject = {
  subject: 'Peru seizures',
  from: '2014-01-01',
  to: '2015-12-31',
  dataVersion: '2026-11-23.3f9a1c04',
  toolVersion: '0.1.0',
  sources,
  drawing: () => drawing,
  rows: { kind: 'events', n: 2, address: (format) => `/api/v1/events?format=${format}` },
};

const menu = (shown: ExportSubject, read?: number) => (
  <I18nProvider lang="en" messages={messages}>
    <ExportMenu
      {...(read === undefined ? {} : { read })}
      figure="timeline"
      subject={() => shown}
      link="https://atalaya.example/?v=1"
    />
  </I18nProvider>
);

async function open(more: Partial<ExportSubject> = {}) {
  const { rerender } = render(menu({ ...subject, ...more }, 1));
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  await screen.findByRole('dialog', {}, { timeout: 20_000 });
  return rerender;
}

const status = () => screen.getByRole('dialog').querySelector('[role=status]');

describe('the export dialog', () => {
  it('saves exactly the rows shown and says how many', async () => {
    answer('id\r\n1\r\n2\r\n');
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Events, CSV' }));
    await vi.waitFor(() => expect(status()).toHaveTextContent('2 of 2 rows.'));
    expect(saved[0]?.name).toBe('peru-seizures_2014-01_2015-12_asof-2026-11-23_full.csv');
    expect(await saved[0]?.blob.text()).toBe('id\r\n1\r\n2\r\n');
  });

  it('saves nothing when the numbers differ, and says why', async () => {
    answer('id\r\n1\r\n');
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Events, CSV' }));
    await vi.waitFor(() => expect(status()).toHaveTextContent('The service gave 1 rows where 2 are shown.'));
    expect(saved).toEqual([]);
  });

  it('opened while rows still arrive, follows them', async () => {
    answer('id\r\n1\r\n2\r\n3\r\n');
    const rerender = await open();
    const grown: ExportSubject = { ...subject, rows: { ...subject.rows!, n: 3 } };
    rerender(menu(grown, 1));
    expect(screen.queryByText(/3 events/)).toBeNull();
    rerender(menu(grown, 2));
    await userEvent.click(screen.getByRole('button', { name: 'Events, CSV' }));
    await vi.waitFor(() => expect(status()).toHaveTextContent('3 of 3 rows.'));
  });

  it('writes the edited text alternative and the fonts into the SVG', async () => {
    answer('');
    await open();
    const alt = screen.getByRole('textbox', { name: /Text alternative/ });
    await userEvent.clear(alt);
    await userEvent.type(alt, 'My own words');
    await userEvent.click(screen.getByRole('button', { name: 'Save SVG' }));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    const svg = await saved[0]!.blob.text();
    expect(svg).toContain('>My own words</desc>');
    expect(svg).toContain('@font-face{font-family:"Inter Variable"');
    expect(svg).not.toContain('http://127');
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
  });
});

it('draws the file in a root of its own and leaves the page alone', () => {
  const before = document.body.childElementCount;
  const svg = svgText(drawing, { spec: presets[0]!, theme: 'dark', lang: 'en' });
  expect(document.body.childElementCount).toBe(before);
  expect(
    svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'),
  ).toBe(true);
  expect(svg.match(/data-field=/g)).toHaveLength(11);
});

it('paints rings behind letters as texts of their own, which slide programs understand', async () => {
  const map = drawingsOf(await i18nOf('en')).map;
  const svg = svgText(map, { spec: presets[0]!, theme: 'light', lang: 'en' });
  expect(svg).not.toContain('paint-order');
  const rings = [
    ...svg.matchAll(/<text[^>]*stroke=[^>]*>([^<]*)<\/text><text(?![^>]*stroke=)[^>]*>([^<]*)</g),
  ];
  expect(rings.length).toBeGreaterThan(0);
  for (const [, ring, letters] of rings) expect(ring).toBe(letters);
});

describe('code to embed', () => {
  it.each([
    ["frame-ancestors 'self' https://news.example.org", true],
    ["frame-ancestors 'none'", false],
  ])('offers code to embed the figure where the server says %s', async (policy, isAllowed) => {
    answer('', { headers: { 'content-security-policy': `default-src 'none'; ${policy}` } });
    await open();
    await userEvent.click(screen.getByText('Embed'));
    if (!isAllowed) {
      expect(await screen.findByText(/^Embedding is switched off on this server/)).toBeVisible();
      expect(screen.queryByRole('button', { name: 'Copy code' })).not.toBeInTheDocument();
      return;
    }
    const code = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Code to embed' });
    expect(code.value).toMatch(/^<iframe src="http:\/\/localhost(:\d+)?\/embed\/timeline\?v=1&amp;c=BO,PE/);
    expect(code.value).not.toContain('asof');
    expect(code.value).toContain(`title="${drawing.words.title}"`);
    const byHand = vi.spyOn(window, 'prompt').mockReturnValue(null);
    await userEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    await vi.waitFor(() => expect(byHand).toHaveBeenCalledWith(expect.any(String), code.value));
  });
});
