import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A lazily loaded component whose chunk is asked for twice before the boundary offers a reload. */
export function lazyPage<P>(
  load: () => Promise<{ default: ComponentType<P> }>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(() => load().catch(() => new Promise<void>((go) => setTimeout(go, 800)).then(load)));
}
