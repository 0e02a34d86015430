import type L from 'leaflet';

const STEP = 90;
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Moves the map by a key; false when the key means nothing here. Enter hands over to the places. */
export function steer(map: L.Map, key: string, refit: () => void, enter: () => void): boolean {
  const pan = PANS[key];
  if (pan) map.panBy([pan[0], pan[1]], { animate: false });
  else if (key === '+' || key === '=') map.zoomIn(1);
  else if (key === '-' || key === '_') map.zoomOut(1);
  else if (key === 'f' || key === 'F') refit();
  else if (key === 'Enter') enter();
  else return false;
  return true;
}
