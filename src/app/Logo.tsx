/** The watchtower: our own mark. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 26 26"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="1.9"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M6 23V10.5L13 4l7 6.5V23" />
      <path d="M3.5 23h19" />
      <path d="M10.5 23v-7.5h5V23" />
      <path d="M13 4V1.8" />
    </svg>
  );
}
