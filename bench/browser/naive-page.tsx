import 'leaflet/dist/leaflet.css';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CircleMarker, MapContainer } from 'react-leaflet';
import { Bar, BarChart, XAxis, YAxis } from 'recharts';
import { type FamilyKey, families, familyOf, kindFromCode } from '#core/taxonomy.ts';
import { civilOf, dayOf } from '#core/time.ts';
import { benchColumns } from '../kernels/columns.ts';

/** The page as it is usually written: objects in state, filter on every move, an element a mark. */
const { part, dictionaries } = benchColumns(10_000, true);
const events = Array.from({ length: part.rows }, (_, row) => ({
  id: row,
  day: part.from[row]!,
  year: civilOf(part.from[row]!).year,
  kind: part.kind[row]! % 12,
  family: familyOf(kindFromCode(part.kind[row]!)!),
  country: dictionaries.country[part.country[row]!]!,
  lat: part.lat[row]!,
  lon: part.lon[row]!,
}));
const kinds = Array.from({ length: 12 }, (_, kind) => `kind${kind}`);
const firstDay = dayOf(2000, 1, 1);
const width = 1000;
const daysPerPixel = 13;

function years(shown: typeof events): object[] {
  const byYear = new Map<number, Record<string, number>>();
  for (const { year, kind } of shown) {
    const bins = byYear.get(year) ?? { year };
    bins[`kind${kind}`] = (bins[`kind${kind}`] ?? 0) + 1;
    byYear.set(year, bins);
  }
  return [...byYear.values()].sort((a, b) => a.year! - b.year!);
}

interface FamiliesProps {
  readonly chosen: readonly FamilyKey[];
  readonly onChange: (chosen: readonly FamilyKey[]) => void;
}

/** None chosen means all, as on our page. */
function Families({ chosen, onChange }: FamiliesProps) {
  return (
    <fieldset id="filters">
      {families.map(({ key }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={chosen.includes(key)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
            }
          />
          {key}
        </label>
      ))}
    </fieldset>
  );
}

function NaivePage() {
  const [offset, setOffset] = useState(0);
  const [held, setHeld] = useState<number | null>(null);
  const [chosen, setChosen] = useState<readonly FamilyKey[]>([]);
  const from = firstDay + offset * daysPerPixel;
  const shown = useMemo(
    () =>
      events.filter(
        ({ day, family }) =>
          day >= from && day <= from + 3652 && (chosen.length === 0 || chosen.includes(family)),
      ),
    [from, chosen],
  );
  return (
    <>
      <p id="shown">{shown.length} events</p>
      <Families chosen={chosen} onChange={setChosen} />
      <div id="map">
        <MapContainer center={[-10, -70]} zoom={4} style={{ width, height: 400 }}>
          {shown.map(({ id, lat, lon }) => (
            <CircleMarker key={id} center={[lat, lon]} radius={4} />
          ))}
        </MapContainer>
      </div>
      <div id="time">
        <BarChart width={width} height={250} data={years(shown)}>
          <XAxis dataKey="year" />
          <YAxis />
          {kinds.map((kind) => (
            <Bar key={kind} dataKey={kind} stackId="all" isAnimationActive={false} />
          ))}
        </BarChart>
      </div>
      <div
        id="brush"
        style={{ width, height: 40, background: '#ccc', touchAction: 'none' }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld(event.clientX - offset);
        }}
        onPointerMove={(event) => held !== null && setOffset(event.clientX - held)}
        onPointerUp={() => setHeld(null)}
      />
    </>
  );
}

createRoot(document.getElementById('root')!).render(<NaivePage />);
