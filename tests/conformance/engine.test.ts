import { createEventsEngine } from '#engine/events-engine.ts';
import { memoryEngine, snapshotOf, whenReady } from '#tests/engine/in-memory.ts';
import { type EngineFactory, engineConformance } from './engine.ts';

const overEvents: EngineFactory = async (events, hits) =>
  createEventsEngine(events, { hits: (text) => ({ rows: hits(text) }) });

/** Every window that moves is counted from a tile. */
const overTiles: EngineFactory = async (events, hits) =>
  createEventsEngine(events, { tilesAbove: 0, hits: (text) => ({ rows: hits(text) }) });

const overSnapshot: EngineFactory = async (events, hits) => {
  const engine = memoryEngine(snapshotOf(events, 17), { hits: async (text) => ({ rows: hits(text) }) });
  await whenReady(engine);
  return engine;
};

engineConformance('events in memory', overEvents, { worlds: 150, questions: 20, seed: 20261123 });
engineConformance('windows from tiles', overTiles, { worlds: 60, questions: 20, seed: 2026 });
engineConformance('snapshot behind messages', overSnapshot, { worlds: 60, questions: 20, seed: 41 });
