import type { PlacePrecision } from '#core/place.ts';

/** How a place of each level is drawn on our maps (ux.md M4), as a small picture; level 6 is a crossed-out pin: it is not drawn. */
export function PrecisionMark({
  level,
  size = 24,
  color = 'var(--accent)',
}: {
  level: PlacePrecision;
  size?: number;
  color?: string;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke={color}
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {shapes[level](color)}
    </svg>
  );
}

const shapes: Readonly<Record<PlacePrecision, (color: string) => React.ReactNode>> = {
  1: (color) => <circle cx="12" cy="12" r="4.5" fill={color} stroke="none" />,
  2: (color) => (
    <>
      <circle cx="12" cy="12" r="3.2" fill={color} stroke="none" />
      <circle cx="12" cy="12" r="9.2" strokeDasharray="3 2.4" strokeWidth="1.3" />
    </>
  ),
  3: () => <circle cx="12" cy="12" r="5" strokeWidth="2" />,
  4: (color) => (
    <>
      <path d="M3 6l7-3 11 4-2 13-12 1z" strokeWidth="1.1" />
      <path d="M5 10l6-6M5 15L16 5M7 19L20 9M12 20l7-6" strokeWidth="0.8" opacity="0.7" />
      <path d="M9.5 9.5h5v5h-5z" fill={color} stroke="none" />
    </>
  ),
  5: () => <path d="M4 9c3-6 12-6 15-2s2 10-3 12S1 17 4 9z" strokeDasharray="3.2 2.4" strokeWidth="1.5" />,
  6: () => (
    <>
      <path d="M12 20s-5-5.6-5-9.4a5 5 0 0 1 10 0C17 14.4 12 20 12 20z" strokeWidth="1.3" />
      <path d="M4 4l16 16" strokeWidth="1.6" />
    </>
  ),
  7: () => (
    <>
      <circle cx="12" cy="9" r="3.6" strokeWidth="2" />
      <path d="M3 18c2-1.8 4-1.8 6 0s4 1.8 6 0 4-1.8 6 0" strokeWidth="1.4" />
    </>
  ),
};
