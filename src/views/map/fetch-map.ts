import type { MapView } from './MapView.tsx';

/** The map's code, Leaflet with it. */
export async function fetchMapView(): Promise<{ default: typeof MapView }> {
  return { default: (await import('./MapView.tsx')).MapView };
}
