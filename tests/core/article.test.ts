import { expect, it } from 'vitest';
import { topics } from '#core/article.ts';

it('topics are distinct words that an address can carry', () => {
  expect(new Set(topics).size).toBe(topics.length);
  for (const topic of topics) expect(topic).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
