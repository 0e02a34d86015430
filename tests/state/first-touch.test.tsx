// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useQuery } from '#state/use-query.ts';

it('the first touch withdraws no question that is under way, nor asks a failed one again', async () => {
  const asked: string[] = [];
  const withdrawn: string[] = [];
  let answer = (_text: string): void => {};
  const Slow = () => {
    const { data } = useQuery({
      queryKey: ['slow'],
      queryFn: ({ signal }) => {
        asked.push('slow');
        signal.addEventListener('abort', () => withdrawn.push('slow'));
        return new Promise<string>((resolve) => {
          answer = resolve;
        });
      },
    });
    return <p>{data ?? 'awaited'}</p>;
  };
  const Failing = () => {
    const { error } = useQuery({
      queryKey: ['failing'],
      retry: false,
      queryFn: () => {
        asked.push('failing');
        return Promise.reject(new Error('out of order'));
      },
    });
    return <p>{error ? error.message : 'no failure'}</p>;
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Slow />
      <Failing />
    </QueryClientProvider>,
  );
  await screen.findByText('out of order');
  fireEvent.pointerDown(document.body);
  await act(() => Promise.resolve());
  expect(withdrawn).toEqual([]);
  expect(asked).toEqual(['slow', 'failing']);
  act(() => answer('here'));
  expect(await screen.findByText('here')).toBeInTheDocument();
});
