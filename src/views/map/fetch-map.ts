import { nextTurn } from '#state/unhurried.ts';
import type { MapView } from './MapView.tsx';

/** The map's code. Leaflet is run in a turn of its own, before what stands on it. */
export async function fetchMapView(): Promise<{ default: typeof MapView }> {
  await import('leaflet');
  await nextTurn();
  return { default: (await import('./MapView.tsx')).MapView };
}
