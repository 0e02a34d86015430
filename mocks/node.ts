import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { setFault } from './faults.ts';
import { mockHandlers } from './handlers.ts';
import { type MockWorld, mockWorld } from './world.ts';

/** The mock API for tests in Node: `listen()` first, `reset()` between tests, `close()` last. */
export function mockServer(world: MockWorld = mockWorld()) {
  const server = setupServer(...mockHandlers(world));
  return {
    listen: () => server.listen({ onUnhandledFrame: 'error' }),
    /** Answers from another world until the next reset. */
    use: (other: MockWorld) => server.use(...mockHandlers(other)),
    /** Answers one address otherwise until the next reset. */
    answer: (handler: HttpHandler) => server.use(handler),
    reset: () => {
      setFault(null);
      server.resetHandlers();
    },
    close: () => server.close(),
  };
}
