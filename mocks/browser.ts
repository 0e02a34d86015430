import { setupWorker } from 'msw/browser';
import { setFaultFromText } from './faults.ts';
import { mockHandlers } from './handlers.ts';

/**
 * Answers the page's API requests from memory. `?fault=slow` (or cut, garbage, empty, offline, busy, limited, broken,
 * wrong-shape; with `:/articles` for some paths only) makes it fail on demand; the word is taken out of the address.
 */
export async function startMocks(): Promise<void> {
  const address = new URL(window.location.href);
  setFaultFromText(address.searchParams.get('fault'));
  if (address.searchParams.has('fault')) {
    address.searchParams.delete('fault');
    window.history.replaceState(null, '', address);
  }
  await setupWorker(...mockHandlers()).start({ quiet: true, onUnhandledFrame: 'bypass' });
}
