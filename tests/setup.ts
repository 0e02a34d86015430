import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  afterEach(() => cleanup());
}

// A new property on Object.prototype would be prototype pollution: here it throws. (Frozen outright, it would also forbid the
// `X.prototype.toString =` that a dependency of Fastify is loaded with.)
Object.preventExtensions(Object.prototype);
