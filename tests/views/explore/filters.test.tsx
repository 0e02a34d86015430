// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { renderEnglish as show } from '#tests/ui/render.tsx';
import { FacetChecks } from '#views/explore/FacetChecks.tsx';
import { PrecisionFilter } from '#views/explore/PrecisionFilter.tsx';
import { QuantityFilter } from '#views/explore/QuantityFilter.tsx';
import { TypeFilter } from '#views/explore/TypeFilter.tsx';

afterEach(cleanup);
const nothing = () => {};

function filters(counts: ReadonlyMap<string, number> | null) {
  return (
    <>
      <TypeFilter types={[]} counts={counts} onChange={nothing} />
      <QuantityFilter quantity={null} counts={counts} onChange={nothing} />
      <PrecisionFilter chosen={[]} counts={counts} onChange={nothing} />
      <FacetChecks legend="Source" counts={counts} chosen={['police']} name={String} onChange={nothing} />
    </>
  );
}

it('shows no number, above all not 0, where counts are awaited', () => {
  show(filters(null));
  expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(10);
  expect(screen.getByRole('button', { name: 'exact site' })).toBeInTheDocument();
  expect(document.body.textContent).not.toMatch(/\d/);
});

it('shows 0 where there is none', () => {
  show(filters(new Map([['drug-seizure', 4]])));
  expect(screen.getByRole('checkbox', { name: /^Seizures 4$/ })).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: /^Arrests, raids 0$/ })).toBeInTheDocument();
});
