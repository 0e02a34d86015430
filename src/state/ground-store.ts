import { useEffect } from 'react';
import {
  type BaseMap,
  type CountriesFile,
  decodeAdm1Ground,
  decodeCountries,
  decodePlaces,
  decodeZones,
  type InSteps,
  type PlacesFile,
  type ZonesFile,
} from '#core/geo/base-map.ts';
import type { Topology } from '#core/geo/topology.ts';
import { adm1Index, fetchGeo } from './geo-files.ts';
import { nextTurn, useArrivals } from './unhurried.ts';

/** The map's ground as it arrives: countries, places and zones first, provinces when somebody needs them. */
export interface GroundState {
  readonly base: BaseMap | null;
  readonly failed: boolean;
}

let state: GroundState = { base: null, failed: false };
let ground: Promise<void> | null = null;
let provinces: Promise<void> | null = null;
const listeners = new Set<() => void>();

function change(next: GroundState): void {
  state = next;
  for (const listener of listeners) listener();
}

async function inTurns<Made>(work: InSteps<Made>): Promise<Made> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

async function loadGround(): Promise<void> {
  const [countries, places, zones] = await Promise.all([
    fetchGeo<CountriesFile>('countries.json'),
    fetchGeo<PlacesFile>('places.json'),
    fetchGeo<ZonesFile>('zones.json'),
  ]);
  const land = await inTurns(decodeCountries(countries));
  await nextTurn();
  const decoded = { ...land, places: decodePlaces(places), zones: decodeZones(zones) };
  await nextTurn();
  change({ base: { ...decoded, adm1: null }, failed: false });
}

async function loadProvinces(): Promise<void> {
  const [outlines, index] = await Promise.all([
    fetchGeo<Topology<{ readonly id: string }>>('adm1.json'),
    adm1Index(),
  ]);
  const adm1 = await inTurns(decodeAdm1Ground(outlines, index));
  await startGround();
  if (!state.base) throw new Error('provinces without land');
  change({ ...state, base: { ...state.base, adm1 } });
}

function startGround(): Promise<void> {
  ground ??= loadGround().catch(() => {
    ground = null;
    change({ ...state, failed: true });
  });
  return ground;
}

function startProvinces(): Promise<void> {
  provinces ??= loadProvinces().catch(() => {
    provinces = null;
  });
  return provinces;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks for the outlines again after a failure. */
export function retryGround(): void {
  change({ ...state, failed: false });
  void startGround();
  void startProvinces();
}

/** The whole ground, provinces included, for a map that is drawn once. Rejects where the outlines cannot be fetched. */
export async function groundOnce(): Promise<BaseMap> {
  await startGround();
  if (state.base?.adm1) return state.base;
  await startProvinces();
  if (!state.base?.adm1) throw new Error('geo: the outlines could not be fetched');
  return state.base;
}

/**
 * The ground of every map on the page, fetched once from our own origin. Provinces follow the first picture at once: they
 * are hairlines in every mode and areas in mode `regions`.
 */
export function useGround(): GroundState {
  useEffect(() => {
    void startGround().then(startProvinces);
  }, []);
  return useArrivals(subscribe, () => state);
}
