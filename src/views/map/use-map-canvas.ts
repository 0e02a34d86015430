import type L from 'leaflet';
import { useEffect, useState } from 'react';
import { type CanvasContent, CanvasLayer } from './canvas-layer.ts';

/** Keeps the one canvas layer on the map, and its content up to date. Fonts that arrive late are painted again. */
export function useMapCanvas(map: L.Map | null, content: CanvasContent): CanvasLayer {
  const [layer] = useState(() => new CanvasLayer());

  useEffect(() => {
    if (!map) return;
    layer.addTo(map);
    const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    resized.observe(map.getContainer());
    return () => {
      resized.disconnect();
      layer.remove();
    };
  }, [map, layer]);

  useEffect(() => {
    let here = true;
    void document.fonts?.load('550 11px "Inter Variable"').then(() => {
      if (here) layer.repaint();
    });
    return () => {
      here = false;
    };
  }, [layer]);

  useEffect(() => {
    layer.setContent(content);
  }, [layer, content]);
  return layer;
}
