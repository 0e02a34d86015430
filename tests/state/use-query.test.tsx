// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { useQueries } from '#state/use-query.ts';

/** What a screen reads of several questions, and how often it was drawn. */
function stand(client: QueryClient, answer: (key: string) => Promise<string>) {
  const drawn: string[] = [];
  const Screen = ({ keys }: { keys: readonly string[] }) => {
    const results = useQueries({
      queries: keys.map((key) => ({
        queryKey: [key],
        queryFn: () => answer(key),
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
      })),
    });
    const text = results.map(({ data, error }) => data ?? error?.message ?? 'awaited').join(', ');
    drawn.push(text);
    return <p>{text}</p>;
  };
  const page = (keys: readonly string[]) => (
    <QueryClientProvider client={client}>
      <Screen keys={keys} />
    </QueryClientProvider>
  );
  const { rerender } = render(page(['a', 'b']));
  return { drawn, ask: (keys: readonly string[]) => rerender(page(keys)) };
}

beforeEach(() => {
  // From the first touch on what arrives is drawn at once.
  fireEvent.pointerDown(document.body);
});

it('draws other questions once where their answers are known', async () => {
  const client = new QueryClient();
  for (const key of ['c', 'd']) client.setQueryData([key], `known ${key}`);
  const { drawn, ask } = stand(client, (key) => Promise.resolve(`answer ${key}`));
  expect(await screen.findByText('answer a, answer b')).toBeInTheDocument();
  drawn.length = 0;
  ask(['c', 'd']);
  await act(() => Promise.resolve());
  expect(drawn).toEqual(['known c, known d']);
  ask(['a', 'd']);
  await act(() => Promise.resolve());
  expect(drawn).toEqual(['known c, known d', 'answer a, known d']);
});

it('draws what arrives, what is known sooner than the rest, and what fails', async () => {
  const client = new QueryClient();
  const { ask } = stand(client, (key) =>
    key === 'e' ? Promise.reject(new Error('out of order')) : Promise.resolve(`answer ${key}`),
  );
  expect(await screen.findByText('answer a, answer b')).toBeInTheDocument();
  ask(['c', 'e']);
  expect(await screen.findByText('answer c, out of order')).toBeInTheDocument();
  act(() => {
    client.setQueryData(['c'], 'changed');
  });
  expect(await screen.findByText('changed, out of order')).toBeInTheDocument();
});
