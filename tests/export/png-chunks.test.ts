import { deflateSync, crc32 as nodeCrc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32, withChunks } from '#export/png-chunks.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = new Uint8Array([...bytesOf(type), ...data]);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(body, 4);
  view.setUint32(4 + body.length, nodeCrc32(body));
  return bytes;
}

/** A PNG of one grey dot. */
const png = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  ...chunk('IHDR', new Uint8Array([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  ...chunk('IDAT', deflateSync(new Uint8Array([0, 128]))),
  ...chunk('IEND', new Uint8Array()),
]);

const texts = {
  Title: 'Incautaciones, Perú',
  Description: 'Línea de tiempo …',
  Source: 'UNODC',
  Software: 'Atalaya 0.1.0',
};

function chunksOf(bytes: Uint8Array): { type: string; data: Uint8Array; sound: boolean }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found: { type: string; data: Uint8Array; sound: boolean }[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    found.push({
      type: String.fromCharCode(...body.subarray(0, 4)),
      data: body.subarray(4),
      sound: view.getUint32(at + 8 + length) === nodeCrc32(body),
    });
    at += 12 + length;
  }
  return found;
}

it('writes density and words between the header and the picture', () => {
  const chunks = chunksOf(withChunks(png, 300, texts));
  expect(chunks.map(({ type }) => type)).toEqual([
    'IHDR',
    'pHYs',
    'iTXt',
    'iTXt',
    'iTXt',
    'iTXt',
    'IDAT',
    'IEND',
  ]);
  expect(chunks.every(({ sound }) => sound)).toBe(true);
  const density = chunks[1]!.data;
  expect(new DataView(density.buffer, density.byteOffset).getUint32(0)).toBe(11_811);
  expect(new TextDecoder().decode(chunks[2]!.data)).toBe(`Title\0\0\0\0\0${texts.Title}`);
});

it('computes the checksum of the standard', () => {
  expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
});

it('refuses what is not a PNG', () => {
  expect(() => withChunks(bytesOf('GIF89a and more'), 72, texts)).toThrow('Not a PNG');
});
