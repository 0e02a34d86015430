import { type FormEvent, useId, useState } from 'react';
import type { Bbox, LatLon } from '#core/place.ts';
import { useT } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import styles from './AreaPanel.module.css';

const EDGES = ['north', 'south', 'west', 'east'] as const;
type Edge = (typeof EDGES)[number];

/** The four corners of a box, as an open ring. */
export function cornersOf([west, south, east, north]: Bbox): readonly LatLon[] {
  const at = (lat: number, lon: number): LatLon => ({
    lat: Math.round(lat * 10_000) / 10_000,
    lon: Math.round(lon * 10_000) / 10_000,
  });
  return [at(north, west), at(north, east), at(south, east), at(south, west)];
}

/** Typed edges as a box; null when they do not make one. A decimal comma is understood. */
export function readEdges(edges: Readonly<Record<Edge, string>>): Bbox | null {
  const number = (text: string): number =>
    text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
  const [north, south, west, east] = EDGES.map((edge) => number(edges[edge])) as [
    number,
    number,
    number,
    number,
  ];
  const inRange =
    Math.abs(north) <= 90 && Math.abs(south) <= 90 && Math.abs(west) <= 180 && Math.abs(east) <= 180;
  return inRange && south < north && west < east ? [west, south, east, north] : null;
}

interface Props {
  readonly hasArea: boolean;
  readonly view: () => Bbox;
  readonly onDraw: () => void;
  readonly onArea: (area: readonly LatLon[] | null) => void;
  readonly onClose: () => void;
}

/** Ways to set the area filter: by hand, the visible map, or typed edges, so that no pointer is needed. */
export function AreaPanel({ hasArea, view, onDraw, onArea, onClose }: Props) {
  const t = useT();
  const id = useId();
  const [edges, setEdges] = useState<Record<Edge, string>>({ north: '', south: '', west: '', east: '' });
  const [wrong, setWrong] = useState(false);
  const choose = (area: readonly LatLon[] | null) => {
    onArea(area);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const box = readEdges(edges);
    setWrong(box === null);
    if (box) choose(cornersOf(box));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from any field in it
    <div
      className={styles.areaPanel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Button onClick={onDraw} wide>
        {t('map.draw.byHand')}
      </Button>
      <Button onClick={() => choose(cornersOf(view()))} wide>
        {t('map.draw.useView')}
      </Button>
      {hasArea ? (
        <Button onClick={() => choose(null)} wide>
          {t('map.draw.remove')}
        </Button>
      ) : null}
      <form onSubmit={submit} noValidate>
        <p id={`${id}-typed`} className={styles.typed}>
          {t('map.draw.typed')}
        </p>
        <div className={styles.edges}>
          {EDGES.map((edge) => (
            <label key={edge}>
              {t(`map.draw.${edge}`)}
              <input
                inputMode="text"
                value={edges[edge]}
                aria-invalid={wrong}
                aria-describedby={wrong ? `${id}-wrong` : `${id}-typed`}
                onChange={(event) => setEdges({ ...edges, [edge]: event.target.value })}
              />
            </label>
          ))}
        </div>
        {wrong ? (
          <p id={`${id}-wrong`} className={styles.wrong} role="alert">
            {t('map.draw.problem')}
          </p>
        ) : null}
        <Button type="submit" wide>
          {t('map.draw.apply')}
        </Button>
      </form>
    </div>
  );
}
