import { describe, expect, it } from 'vitest';
import { mockWorld } from '#mocks/world.ts';
import { nearbyFilter } from '#views/event/NearbyEvents.tsx';

const event = (id: string) => {
  const found = mockWorld().events.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('what lies near an event', () => {
  it('is a box around a placed event and a month either side', () => {
    const seizure = event('pe-017');
    const filter = nearbyFilter(seizure);
    const [west, south, east, north] = filter?.bbox ?? [0, 0, 0, 0];
    expect(west).toBeLessThan(seizure.place.lon ?? 0);
    expect(east).toBeGreaterThan(seizure.place.lon ?? 0);
    expect(north - south).toBeCloseTo(1.8, 3);
    expect(filter?.from).toBe((seizure.time.from ?? 0) - 30);
    expect(filter?.to).toBe((seizure.time.to ?? 0) + 30);
  });

  it('is the region or the country where no point is known', () => {
    const region = event('pe-001');
    expect(nearbyFilter(region)).toMatchObject({ adm1: [region.place.adm1], bbox: null });
    const country = { ...event('ai-pe-033') };
    const bare = { ...country, place: { ...country.place, adm1: null } };
    expect(nearbyFilter(bare)).toMatchObject({ countries: ['PE'], bbox: null });
    expect(nearbyFilter({ ...bare, place: { ...bare.place, country: null } })).toBeNull();
  });

  it('leaves the dates open for an undated event', () => {
    const undated = { ...event('pe-017'), time: { from: null, to: null, precision: 'unknown' as const } };
    expect(nearbyFilter(undated)).toMatchObject({ from: null, to: null });
  });
});
