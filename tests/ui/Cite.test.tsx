// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { seizure } from '#tests/core/references.ts';
import { Cite } from '#ui/Cite.tsx';
import { renderEnglish } from './render.tsx';

it('offers every format, one shown at a time, chosen by arrow keys too', () => {
  renderEnglish(<Cite reference={seizure} />);
  expect(screen.getByRole('tabpanel')).toHaveTextContent(/Reported by InSight Crime and El Comercio\./);
  const plain = screen.getByRole('tab', { name: 'Plain text' });
  plain.focus();
  fireEvent.keyDown(plain, { key: 'End' });
  expect(screen.getByRole('tab', { name: 'CSL-JSON' })).toHaveFocus();
  expect(JSON.parse(screen.getByRole('region', { name: 'CSL-JSON' }).textContent)).toHaveLength(1);
  fireEvent.click(screen.getByRole('tab', { name: 'RIS' }));
  expect(screen.getByRole('region', { name: 'RIS' })).toHaveTextContent(/^TY {2}- DATA/, {
    normalizeWhitespace: false,
  });
});

it('copies and saves what is shown', async () => {
  const written = vi.fn().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } });
  const saved: Blob[] = [];
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob);
    return 'blob:made-up';
  };
  URL.revokeObjectURL = () => {};
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  renderEnglish(<Cite reference={seizure} />);
  fireEvent.click(screen.getByRole('tab', { name: 'BibTeX' }));
  fireEvent.click(screen.getByRole('button', { name: 'Copy citation' }));
  expect(written).toHaveBeenCalledWith(expect.stringMatching(/^@misc\{atalaya-pe-007-2014,/));
  fireEvent.click(screen.getByRole('button', { name: 'Save as bib' }));
  expect(names).toEqual(['atalaya-pe-007-2014.bib']);
  expect(await saved[0]?.text()).toMatch(/^@misc/);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
