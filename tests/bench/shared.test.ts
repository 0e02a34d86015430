import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sharedCounts } from '#bench/stores/shared.ts';
import { unodcEvents, unodcFile } from '#bench/stores/unodc.ts';
import { describeWithShared, sharedFile } from '#tests/shared-data.ts';

describeWithShared('UNODC’s seizures as events', () => {
  it('makes an event of every row, with the country, day and weight that the row gives', {
    timeout: 60_000,
  }, () => {
    const events = unodcEvents();
    expect(events).toHaveLength(sharedCounts.unodc);
    const text = gunzipSync(readFileSync(sharedFile(unodcFile))).toString('utf8');
    const colombian = text.match(/^[^;]*;[^;]*;Colombia;/gm)?.length;
    expect(events.filter(({ place }) => place.country === 'CO')).toHaveLength(colombian ?? 0);
    const [first] = events;
    expect(text.split('\n')[1]).toMatch(/Mauritius;;RDRempart;2011-03-14;Buprenorphine;490.0;Tablet/);
    expect(first).toMatchObject({
      place: { country: 'MU', name: 'RDRempart', lat: null, precision: 6 },
      time: { precision: 'day' },
      quantities: [{ measure: 'item', value: 490, unit: 'tablet' }],
    });
    const weighed = events.flatMap(({ quantities }) => quantities.filter(({ measure }) => measure === 'kg'));
    expect(weighed.length).toBeGreaterThan(250_000);
    expect(weighed.filter(({ value }) => value === null || value * 1000 > 0xfffffffe)).toEqual([]);
  });
});
