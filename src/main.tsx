import { mount } from './app/mount.tsx';
import { installTrustedTypes } from './app/trusted-types.ts';

installTrustedTypes();
if (import.meta.env.MODE === 'mock') await (await import('#mocks/browser.ts')).startMocks();
const root = document.getElementById('root');
if (root) await mount(root);
