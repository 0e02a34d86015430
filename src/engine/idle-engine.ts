import { type Engine, EngineError, type EngineStatus } from './engine.ts';

const never: EngineStatus = { state: 'starting' };

/** Fetches nothing and holds nothing: stands in where a page counts no events. */
export const idleEngine: Engine = {
  ask: () => Promise.reject(new EngineError('bad-query', 'This page counts no events: it has no engine.')),
  status: () => never,
  subscribe: () => () => {},
  close: () => {},
};
