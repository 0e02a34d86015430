import type L from 'leaflet';
import { useEffect, useState } from 'react';

export type Hint = 'wheel' | 'touch' | null;

const HINT_MS = 1400;

/** One finger scrolls the page and two move the map; the wheel scrolls the page unless Ctrl is held or the map has focus. */
export function useMapInput(map: L.Map | null): Hint {
  const [hint, setHint] = useState<Hint>(null);

  useEffect(() => {
    if (!map) return;
    const root = map.getContainer();
    let timer = 0;
    const show = (next: Exclude<Hint, null>) => {
      setHint(next);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setHint(null), HINT_MS);
    };
    const onWheel = (event: WheelEvent) => {
      const wanted = event.ctrlKey || event.metaKey || root.parentElement?.contains(document.activeElement);
      if (wanted) map.scrollWheelZoom.enable();
      else {
        map.scrollWheelZoom.disable();
        show('wheel');
      }
    };
    const onTouchMove = (event: TouchEvent) => {
      if (event.touches.length === 1) show('touch');
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.pointerType === 'touch') map.dragging.disable();
      else map.dragging.enable();
    };
    root.addEventListener('wheel', onWheel, { capture: true, passive: true });
    root.addEventListener('touchmove', onTouchMove, { passive: true });
    root.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      window.clearTimeout(timer);
      root.removeEventListener('wheel', onWheel, { capture: true });
      root.removeEventListener('touchmove', onTouchMove);
      root.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, [map]);

  return hint;
}
