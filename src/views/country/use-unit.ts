import { useCallback } from 'react';
import { useI18n } from '#i18n/i18n.tsx';

/** A value with its unit as people read it: 89,755 ha; USD 379m; 7.9 where the label already names the rate. */
export function useUnit(): (value: number, unit: string) => string {
  const { t, format } = useI18n();
  return useCallback(
    (value, unit) => {
      if (unit === 'kg') return format.kg(Math.round(value));
      if (/^million USD/.test(unit)) return format.money(value * 1e6);
      if (unit.startsWith('per 100,000')) return format.number(Math.round(value * 10) / 10);
      if (unit === 'ha') return t('records.unit.ha', { n: format.number(Math.round(value)) });
      if (unit === '% of GDP') return t('records.unit.gdp', { n: format.number(value) });
      if (unit === 'rank') return t('records.unit.rank', { n: format.number(value) });
      return format.number(value);
    },
    [t, format],
  );
}
