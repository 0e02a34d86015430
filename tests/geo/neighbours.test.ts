import { describe, expect, it } from 'vitest';
import { decodeAdm1Ground } from '#core/geo/base-map.ts';
import { readGeo } from '#tests/stats/ucdp-counts.ts';
import { atOnce } from './at-once.ts';

const { neighbours, index } = atOnce(decodeAdm1Ground(readGeo('adm1.json'), readGeo('adm1-index.json')));
const idOf = (country: string, name: string): string => {
  const found = [...index.values()].find((entry) => entry.country === country && entry.name === name);
  if (!found) throw new Error(`no ${name} in ${country}`);
  return found.id;
};
const names = (id: string): readonly string[] =>
  [...(neighbours().get(id) ?? [])]
    .map((other) => `${index.get(other)?.country} ${index.get(other)?.name}`)
    .sort();

describe('who borders whom', () => {
  it('holds in both directions, and never oneself', () => {
    for (const [id, others] of neighbours())
      for (const other of others) {
        expect(other).not.toBe(id);
        expect(neighbours().get(other)?.has(id), `${other} ${id}`).toBe(true);
      }
  });

  it('crosses the borders of countries', () => {
    expect(names(idOf('CO', 'Norte de Santander'))).toEqual(
      expect.arrayContaining(['VE Zulia', 'VE Táchira']),
    );
    expect(names(idOf('PE', 'Loreto'))).toEqual(
      expect.arrayContaining(['BR Amazonas', 'CO Amazonas', 'PE Ucayali', 'EC Sucumbíos']),
    );
    expect(names(idOf('MX', 'Chiapas'))).toEqual(
      expect.arrayContaining(['GT San Marcos', 'GT Huehuetenango', 'MX Tabasco']),
    );
  });

  it('joins none that lie apart', () => {
    const lima = names(idOf('PE', 'Lima'));
    expect(lima).not.toContain('PE Cusco');
    expect(lima.every((name) => name.startsWith('PE '))).toBe(true);
    expect(names(idOf('MX', 'Yucatán'))).toEqual(['MX Campeche', 'MX Quintana Roo']);
  });
});
