// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { emptyFilter } from '#core/filter.ts';
import { type BaseMap, type CountriesFile, decodeCountries } from '#core/geo/base-map.ts';
import { dayOf } from '#core/time.ts';
import { isHot, type MapMode } from '#core/view.ts';
import type { HotModel } from '#figures/map/hot-model.ts';
import { mockWorld } from '#mocks/world.ts';
import { atOnce } from '#tests/geo/at-once.ts';
import { mockEngine } from '#tests/state/mock-engine.ts';
import { stage } from '#tests/state/stage.tsx';
import { HotNote } from '#views/map/HotNote.tsx';
import { useHotSpots } from '#views/map/use-hot-spots.ts';

const base: BaseMap = {
  ...atOnce(decodeCountries(JSON.parse(readFileSync('public/geo/countries.json', 'utf8')) as CountriesFile)),
  places: [],
  zones: [],
  adm1: null,
};
const [pattern] = mockWorld().events;

/** Twelve years of events in Peru: many around one spot, a few all over the country. */
function events(): CrimeEvent[] {
  const made: CrimeEvent[] = [];
  const add = (year: number, lon: number, lat: number): void => {
    const n = made.length;
    const day = dayOf(year, 3, 1 + (n % 28));
    const place = { ...pattern!.place, country: 'PE', adm1: null, precision: 1 as const, lat, lon };
    made.push({ ...pattern!, id: `made-${n}`, n, place, time: { from: day, to: day, precision: 'day' } });
  };
  for (let year = 2010; year < 2022; year++) {
    for (let i = 0; i < 40; i++) add(year, -76 + (i % 5) * 0.7, -9 - (i % 4) * 0.7);
    for (let i = 0; i < 14; i++) add(year, -80.5 + ((i * 5) % 11), -4.5 - ((i * 7 + year) % 12));
  }
  return made;
}

const engine = mockEngine(mockWorld({ events: events() }));
let model: HotModel | null = null;

function Probe({ start, filter = emptyFilter }: { start: MapMode; filter?: typeof emptyFilter }) {
  const [mode, setMode] = useState(start);
  const { hot } = useHotSpots({ mode, filter, cellZoom: 6, base });
  model = hot;
  return isHot(mode) ? <HotNote mode={mode} hot={hot} onMode={setMode} /> : null;
}

describe('hot spots on a map', () => {
  it('are explained in one sentence, found where the events cluster, and followed over time by a switch', async () => {
    stage(<Probe start="hot" />, '/', engine);
    expect(screen.getByText('Comparing each place with chance.')).toBeInTheDocument();
    expect(await screen.findByText(/clusters of reports, not of crime/)).toBeInTheDocument();
    expect(screen.getByText(/Cells about \d+ km wide/)).toBeInTheDocument();
    const strongest = model!.shown[0]!;
    expect(strongest.kind).toMatch(/hot$/);
    expect(Math.abs(strongest.lat + 10)).toBeLessThan(2);
    await userEvent.click(screen.getByRole('switch', { name: 'Trend' }));
    expect(await screen.findByText(/Hot spots of 12 years/)).toBeInTheDocument();
    await waitFor(() => expect(model?.view).toBe('trend'));
    expect(model!.shown.some(({ kind }) => kind === 'persistent')).toBe(true);
    await userEvent.click(screen.getByRole('switch', { name: 'Trend' }));
    await waitFor(() => expect(model?.view).toBe('hot'));
  });

  it('say why when there is too little to test', async () => {
    const filter = { ...emptyFilter, from: dayOf(2010, 3, 1), to: dayOf(2010, 3, 2) };
    stage(<Probe start="hot" filter={filter} />, '/', engine);
    expect(await screen.findByText(/^Not tested: too few events/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('switch', { name: 'Trend' }));
    expect(await screen.findByText(/^No trend/)).toBeInTheDocument();
  });

  it('ask nothing in other modes', async () => {
    const ask = vi.spyOn(engine, 'ask');
    stage(<Probe start="cells" />, '/', engine);
    expect(model).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });
});
