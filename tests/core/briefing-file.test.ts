import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Briefing, briefingLimits, newItem } from '#core/briefing.ts';
import {
  BriefingUnreadable,
  briefingVersion,
  isActive,
  readBriefing,
  writeBriefing,
} from '#core/briefing-file.ts';
import { arbitraryBriefing } from './arbitrary-briefing.ts';

const briefing: Briefing = {
  id: 'b1',
  title: 'Air routes over the VRAEM',
  audience: 'Editors, 26 November',
  lang: 'es',
  items: [
    newItem('i1', { kind: 'note' }),
    newItem('i2', { kind: 'figure', ref: { figure: 'map', address: '/?v=1&c=PE' } }),
    newItem('i3', { kind: 'list', address: '/events?v=1&c=PE', rows: 10 }),
  ],
};

type Loose = Record<string, unknown>;
/** The document of `briefing` after a change to its parsed form. */
function changed(change: (document: Loose & { briefing: Loose & { items: Loose[] } }) => void): string {
  const document = JSON.parse(writeBriefing(briefing));
  change(document);
  return JSON.stringify(document);
}

function refusal(text: string): BriefingUnreadable {
  try {
    readBriefing(text);
  } catch (error) {
    if (error instanceof BriefingUnreadable) return error;
    throw error;
  }
  throw new Error('It was read.');
}

describe('a briefing file', () => {
  it('reads back as it was written, whatever was typed', () => {
    fc.assert(
      fc.property(arbitraryBriefing, (any) => {
        const text = writeBriefing(any);
        expect(writeBriefing(readBriefing(text))).toBe(text);
        expect(JSON.parse(JSON.stringify(readBriefing(text)))).toEqual(JSON.parse(JSON.stringify(any)));
      }),
    );
  });

  it('is taken with a byte-order mark before it', () => {
    expect(readBriefing(`\uFEFF${writeBriefing(briefing)}`)).toEqual(briefing);
  });

  it('of a newer version is refused whole', () => {
    const error = refusal(
      changed((document) => Object.assign(document, { version: briefingVersion + 1, more: {} })),
    );
    expect(error.fault).toBe('newer');
    expect(error.holes).toEqual({ version: briefingVersion + 1, known: briefingVersion });
    expect(error.message).toContain('Nothing was read');
  });

  it.each([
    ['{"a"', 'json'],
    ['[]', 'foreign'],
    ['null', 'foreign'],
    ['{"format":"other"}', 'foreign'],
  ])('is not %s', (text, fault) => {
    expect(refusal(text).fault).toBe(fault);
  });

  it.each<[string, (items: Loose[], document: Loose & { briefing: Loose }) => void]>([
    ['item 3: rows', (items) => Object.assign(items[2]!, { rows: 0 })],
    ['item 3: rows', (items) => Object.assign(items[2]!, { rows: briefingLimits.listRows + 1 })],
    ['item 2: address', (items) => Object.assign(items[1]!.ref as Loose, { address: '//evil.example/' })],
    ['item 2: address', (items) => Object.assign(items[1]!.ref as Loose, { address: 'javascript:alert(1)' })],
    ['item 2: figure', (items) => Object.assign(items[1]!.ref as Loose, { figure: '' })],
    ['item 1: message', (items) => Object.assign(items[0]!, { message: 5 })],
    ['item 1', (items) => Object.assign(items[0]!, { kind: 'video' })],
    ['item 1', (items) => Object.assign(items[0]!, { constructor: 1 })],
    ['item 2', (items) => delete items[1]!.pinned],
    ['item 3', (items) => Object.assign(items[2]!, { id: 'i1' })],
    ['items', (_, { briefing: inner }) => Object.assign(inner, { items: {} })],
    ['lang', (_, { briefing: inner }) => Object.assign(inner, { lang: 'fr' })],
    ['briefing', (_, { briefing: inner }) => Object.assign(inner, { extra: 1 })],
    ['version', (_, document) => Object.assign(document, { version: '1' })],
  ])('names %s when it cannot be used', (part, change) => {
    const error = refusal(changed((document) => change(document.briefing.items, document)));
    expect(error.part).toBe(part);
    expect(error.message.startsWith(`${part}: `)).toBe(true);
    expect(error.message).not.toMatch(/\{|undefined/);
  });

  it('holds no more items than it may', () => {
    const items = Array.from({ length: briefingLimits.items + 1 }, (_, n) =>
      newItem(`n${n}`, { kind: 'note' }),
    );
    expect(refusal(writeBriefing({ ...briefing, items })).part).toBe('items');
    expect(readBriefing(writeBriefing({ ...briefing, items: items.slice(1) })).items).toHaveLength(100);
  });
});

describe('a pinned picture', () => {
  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg onload="alert(1)"/>',
    '<svg><image href="https://example.org/x.png"/></svg>',
    '<svg><rect fill="url(https://example.org/#a)"/></svg>',
    '<svg><rect style="fill:url(\'data:x\')"/></svg>',
    '<svg><g a=">" onload="x"></g></svg>',
    '<svg><foreignObject></foreignObject></svg>',
    '<svg><!DOCTYPE x></svg>',
    '<svg><a xlink:href="javascript:1">x</a></svg>',
    '<svg><g',
  ])('may not be active: %s', (svg) => {
    expect(isActive(svg)).toBe(true);
  });

  it('may say anything as text and refer to its own parts', () => {
    expect(
      isActive('<svg><text x="1">only = url(x) onload=1 &lt;script&gt;</text><g fill="url(#h)"/></svg>'),
    ).toBe(false);
  });
});
