import type { ReactNode } from 'react';
import { usePin } from '#state/use-changes.ts';
import { GonePage } from './PinBanner.tsx';

/** The screens of a link to an earlier state of the data; where that state is no longer kept, the page says so instead. */
export default function PinGate({ children }: { children: ReactNode }) {
  const pin = usePin();
  return pin.state === 'gone' ? <GonePage pin={pin} /> : children;
}
