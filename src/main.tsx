import { mount } from './app/mount.tsx';
import { installTrustedTypes } from './app/trusted-types.ts';

// Not awaited at the top: the chunks that mounting fetches import this one, and would wait for it in turn.
async function start(): Promise<void> {
  installTrustedTypes();
  if (import.meta.env.MODE === 'mock') await (await import('#mocks/browser.ts')).startMocks();
  const root = document.getElementById('root');
  if (!root) return;
  // One entry for both documents: the chunk that every page starts with holds whatever an entry imports.
  if (!location.pathname.startsWith('/embed/')) return mount(root);
  const { mountEmbed } = await import('./app/embed.tsx');
  await mountEmbed(root);
}
void start();
