import { dayOf } from '#core/time.ts';
import { seeded } from '../random.ts';
import type { Move } from './update.ts';

export interface MoveSeries {
  readonly name: 'drag' | 'jump' | 'toggle';
  readonly moves: readonly Move[];
}

const tenYears = 3652;
const start = dayOf(1995, 1, 1);

/** Three gestures: ten years slid by 14 days, windows anywhere, families and countries switched. Seeded. */
export function moveSeries(countries: number, movesPerGesture: number): readonly MoveSeries[] {
  const random = seeded(11);
  const make = (move: (i: number) => Move): Move[] =>
    Array.from({ length: movesPerGesture }, (_, i) => move(i));
  /** At least one is on: the product reads "none chosen" as "all". */
  const coin = (size: number): boolean[] => {
    const sure = random.below(size);
    return Array.from({ length: size }, (_, i) => random.next() < 0.5 || i === sure);
  };
  const whole = { families: null, countries: null };
  return [
    {
      name: 'drag',
      moves: make((i) => ({ ...whole, from: start + 14 * i, to: start + 14 * i + tenYears })),
    },
    {
      name: 'jump',
      moves: make(() => {
        const from = start + random.below(8000);
        return { ...whole, from, to: from + 200 + random.below(3000) };
      }),
    },
    {
      name: 'toggle',
      moves: make(() => ({
        from: start,
        to: start + 2 * tenYears,
        families: coin(8),
        countries: coin(countries),
      })),
    },
  ];
}
