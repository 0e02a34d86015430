import { afterEach } from 'vitest';

if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest');
  const { cleanup } = await import('@testing-library/react');
  afterEach(() => cleanup());
}

// A write to Object.prototype anywhere would be prototype pollution: here it throws.
Object.freeze(Object.prototype);
