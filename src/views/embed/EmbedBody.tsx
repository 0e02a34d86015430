import { lazy } from 'react';
import type { OpenRef } from '#core/figure-ref.ts';
import { isoOf } from '#core/time.ts';
import { defaultView, type View } from '#core/view.ts';
import type {
  MadeFigure,
  MadeLanes,
  MadeMap,
  MadeRank,
  MadeSeries,
  MadeStill,
} from '#drawings/made-figure.ts';
import { LanesTimeline } from '#figures/lanes/LanesTimeline.tsx';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';
import { RankBars } from '#figures/rank/RankFigure.tsx';
import { paths } from '#state/paths.ts';
import { useSettings } from '#state/settings-store.ts';
import { useEventLead } from '#state/use-event-lead.ts';
import { fetchMapView } from '#views/map/fetch-map.ts';
import type { MapProps } from '#views/map/map-props.ts';
import { placeLead } from '#views/map/place-lead.ts';
import styles from './EmbedPage.module.css';
import { useBox } from './use-box.ts';

const MapView = lazy(fetchMapView);
const SeriesChart = lazy(() =>
  import('#figures/series/SeriesChart.tsx').then((m) => ({ default: m.SeriesChart })),
);

interface Moves {
  readonly open: OpenRef;
  readonly change: (part: Partial<View>) => void;
  readonly busy: boolean;
}

/** Opens a page of the app beside the page that frames this one. */
const openBeside = (address: string): void => {
  window.open(address, '_blank', 'noopener');
};

/** The body as its kind can be pointed at: map, lanes, lines; all else stands still. */
export function EmbedBody({ made, ...moves }: { made: MadeFigure } & Moves) {
  if (made.kind === 'map') return <MapBody made={made} {...moves} />;
  if (made.kind === 'lanes') return <LanesBody made={made} {...moves} />;
  if (made.kind === 'series') return <SeriesBody made={made} />;
  if (made.kind === 'rank') return <RankBody made={made} />;
  return <StillBody made={made} />;
}

function MapBody({ made, open, change, busy }: { made: MadeMap } & Moves) {
  const { model, base, hotspots, sight, filter, drawing } = made;
  const onOpen: MapProps['onOpen'] = (target, hotspot) => {
    const address = placeLead(target, hotspot, filter);
    if (address) openBeside(address);
  };
  return (
    <MapView
      {...{ model, base, hotspots, busy, onOpen }}
      label={drawing.words.title}
      camera={open.view.map}
      extent={sight.bbox}
      fitKey=""
      chosen={filter.countries}
      area={filter.area}
      cell={filter.cell}
      onRest={({ cellZoom, camera }) => {
        if (open.page === 'explore' && cellZoom !== sight.cellZoom) change({ map: camera });
      }}
    />
  );
}

const axisOf = (axis: DaySpan | null): View['axis'] => axis && { from: isoOf(axis.from), to: isoOf(axis.to) };

/** Px that the dates and buttons under the lanes take, their margins with them: one row, or two where it is narrow. */
const rowUnder = (width: number): number => (width < 560 ? 92 : 56);

function LanesBody({ made, open, change }: { made: MadeLanes } & Moves) {
  const theme = useSettings((settings) => settings.shown);
  const { input, bin, extent, filter } = made;
  const openEvent = useEventLead(openBeside);
  const [box, size] = useBox<HTMLDivElement>();
  const choose = (window: DaySpan | null) =>
    change({
      filter: { ...open.view.filter, from: window?.from ?? null, to: window?.to ?? null },
      axis: axisOf(input.axis),
    });
  return (
    <div ref={box} className={styles.fill}>
      <LanesTimeline
        {...input}
        theme={theme}
        bin={bin}
        extent={extent}
        {...(size ? { maxHeight: size.height - rowUnder(size.width) } : {})}
        {...(open.figure === 'timeline' ? { onWindow: choose } : {})}
        onAxis={(axis) => change({ axis: axisOf(axis ?? extent) })}
        onPickBar={({ type, from, to }) =>
          openBeside(paths.events({ ...defaultView, filter: { ...filter, types: [type], from, to } }))
        }
        onPickMark={openEvent}
      />
    </div>
  );
}

function SeriesBody({ made }: { made: MadeSeries }) {
  const theme = useSettings((settings) => settings.shown);
  const [box, size] = useBox<HTMLDivElement>();
  return (
    <div ref={box} className={styles.fill}>
      {size ? <SeriesChart model={made.model} label={made.summary} theme={theme} {...size} /> : null}
    </div>
  );
}

const INK_FONT = 12;

/** Bars as tall as they need; each leads to the events of its place. */
function RankBody({ made }: { made: MadeRank }) {
  const theme = useSettings((settings) => settings.shown);
  const { model, nameOf, filter } = made;
  const pick = (key: string) => {
    const place = model.by === 'country' ? { countries: [key] } : { adm1: [key] };
    openBeside(paths.events({ ...defaultView, filter: { ...filter, ...place } }));
  };
  return <RankBars {...{ model, nameOf, theme }} onPick={pick} />;
}

function StillBody({ made }: { made: MadeStill }) {
  const theme = useSettings((settings) => settings.shown);
  const [box, size] = useBox<HTMLDivElement>();
  return (
    <div ref={box} className={styles.fill}>
      {size ? (
        <svg {...size} role="img" aria-label={made.summary}>
          {made.drawing.ink({ size, theme, font: INK_FONT })}
        </svg>
      ) : null}
    </div>
  );
}
