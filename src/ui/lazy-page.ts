import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadPatiently } from '#i18n/load-patiently.ts';

type Loaded<P> = { default: ComponentType<P> };

/** A lazily loaded component; see loadPatiently. */
export function lazyPage<P>(load: () => Promise<Loaded<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(() => loadPatiently(load));
}
