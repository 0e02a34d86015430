// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { I18nProvider } from '#i18n/i18n.tsx';
import { pt } from '#i18n/pt.ts';
import { mockWorld } from '#mocks/world.ts';
import { EventFacts } from '#views/event/EventFacts.tsx';
import { EventSources } from '#views/event/EventSources.tsx';

const first = mockWorld().events[0];
if (!first) throw new Error('the mock world has no events');
const event: CrimeEvent = {
  ...first,
  note: 'Day not stated; month of the report',
  notes: { es: 'Día no indicado; mes del reporte', pt: 'Dia não informado; mês do relato' },
  disputes: [
    {
      field: 'quantity',
      text: 'Counts of 116 and 118 dead were published.',
      texts: { es: 'Se publicaron conteos de 116 y 118 muertos.', pt: 'Contagens de 116 e 118 mortos.' },
      alternative: null,
    },
    { field: 'date', text: 'Only in English.', alternative: null },
  ],
};
const names = { adm1: () => null, group: () => null, sources: [] } as unknown as Parameters<
  typeof EventFacts
>[0]['names'];

describe('an event read in Portuguese', () => {
  it('tells its note and its disputes in Portuguese, and marks what is only in English', () => {
    render(
      <I18nProvider lang="pt" messages={pt}>
        <EventFacts event={event} names={names} />
        <EventSources event={event} dataset={undefined} />
      </I18nProvider>,
    );
    expect(screen.getByText('Dia não informado; mês do relato')).not.toHaveAttribute('lang');
    expect(screen.getByText('Contagens de 116 e 118 mortos.')).not.toHaveAttribute('lang');
    expect(screen.getByText('Only in English.')).toHaveAttribute('lang', 'en');
  });
});
