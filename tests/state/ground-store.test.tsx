// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const files: Record<string, unknown> = {
  'countries.json': {
    type: 'Topology',
    transform: { scale: [1, 1], translate: [-80, -20] },
    arcs: [
      [
        [0, 0],
        [4, 0],
        [0, 4],
        [-4, 0],
        [0, -4],
      ],
    ],
    objects: {
      countries: {
        geometries: [
          {
            type: 'Polygon',
            arcs: [[0]],
            properties: { id: 'PE', role: 'focus', en: 'Peru', es: 'Perú', pt: 'Peru', lon: -78, lat: -18 },
          },
        ],
      },
    },
    disputed: [],
  },
  'places.json': {
    name: ['Lima'],
    country: ['PE'],
    lon: [-77_028],
    lat: [-12_043],
    population: [7_737_002],
    rank: [1],
  },
  'zones.json': { zones: [] },
  'adm1.json': {
    type: 'Topology',
    transform: { scale: [1, 1], translate: [-80, -20] },
    arcs: [
      [
        [0, 0],
        [2, 0],
        [0, 2],
        [-2, 0],
        [0, -2],
      ],
    ],
    objects: { adm1: { geometries: [{ type: 'Polygon', arcs: [[0]], properties: { id: 'PE.AA' } }] } },
  },
  'adm1-index.json': [{ id: 'PE.AA', country: 'PE', name: 'West', lat: -19, lon: -79 }],
};

let broken = new Set<string>();
let asked: string[] = [];

beforeEach(() => {
  vi.resetModules();
  broken = new Set();
  asked = [];
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.split('/').at(-1) ?? '';
    asked.push(address);
    return broken.has(name) ? new Response('', { status: 503 }) : Response.json(files[name]);
  });
});

async function open() {
  const { useGround, retryGround } = await import('#state/ground-store.ts');
  function Probe() {
    const { base, failed } = useGround();
    return <p>{`${base?.countries.length ?? 'none'} ${base?.adm1?.units.size ?? 'none'} ${failed}`}</p>;
  }
  render(<Probe />);
  return retryGround;
}

describe('the ground', () => {
  test('comes from our own origin, each file once, provinces after the land', async () => {
    await open();
    await screen.findByText('1 1 false');
    expect(asked).toHaveLength(5);
    expect(asked.every((address) => address.startsWith('/geo/'))).toBe(true);
  });

  test('a failure is said, and trying again mends it', async () => {
    broken.add('countries.json');
    const retry = await open();
    await screen.findByText('none none true');
    broken.clear();
    await act(async () => retry());
    await screen.findByText('1 1 false');
  });

  test('without provinces the map still has its land', async () => {
    broken.add('adm1.json');
    await open();
    await screen.findByText('1 none false');
  });
});
