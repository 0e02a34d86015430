import { memo } from 'react';

/** Line icons of our own, on a 20 px grid; always beside a label or named by their button. */
const paths = {
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M12 3h5v5M8 17H3v-5M17 3l-5.5 5.5M3 17l5.5-5.5',
  target: 'M4 4v12M16 4v12M7 10h6M9 8l-2 2l2 2M11 8l2 2l-2 2',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4l8-9',
  chevronDown: 'M5 7.5l5 5l5-5',
  chevronUp: 'M5 12.5l5-5l5 5',
  chevronLeft: 'M12.5 5l-5 5l5 5',
  chevronRight: 'M7.5 5l5 5l-5 5',
  play: 'M6 4.5v11l9-5.5z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  link: 'M8.5 11.5l3-3M9 6l1.8-1.8a3.2 3.2 0 0 1 4.6 4.6L13.5 10.6M11 14l-1.8 1.8a3.2 3.2 0 0 1-4.6-4.6L6.5 9.4',
  download: 'M10 3v9.5M6 9l4 4l4-4M3.5 16.5h13',
  upload: 'M10 12.5V3M6 7l4-4l4 4M3.5 16.5h13',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  external: 'M8 4H4v12h12v-4M11.5 3.5h5v5M16 4l-7 7',
  map: 'M3 5l4.7-1.5l4.6 2L17 4v11l-4.7 1.5l-4.6-2L3 16zM7.7 3.5v11M12.3 5.5v11',
  time: 'M3 16.5h14M4.5 14v-3M8.2 14V6M11.8 14V8.5M15.5 14V4',
  feed: 'M3.5 5h13M3.5 10h13M3.5 15h8',
  undo: 'M7 4L3.5 7.5L7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8',
  info: 'M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14M10 9v5M10 6.2v.300',
  warning: 'M10 3.5L17.5 16.5h-15zM10 8.5v4M10 14.3v.200',
  draw: 'M4 5.5l10-2l2.5 9l-8 4L3.5 12zM4 5.5v.100',
  help: 'M7.5 7.6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1.1.8-1.1 1.6v.4M10 14.8v.2',
  table: 'M3 4.5h14v11H3zM3 8.5h14M8 8.5v7',
} as const;

export type IconName = keyof typeof paths | 'theme';

export const Icon = memo(function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {name === 'theme' ? (
        <>
          <circle cx="10" cy="10" r="6.5" />
          <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" stroke="none" />
        </>
      ) : (
        <path d={paths[name]} fill={name === 'play' ? 'currentColor' : 'none'} />
      )}
    </svg>
  );
});
