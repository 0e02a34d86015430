/** What each key does. */
export const shortcuts = {
  'shortcuts.on': 'Single-key shortcuts',
  'shortcuts.search': 'Search',
  'shortcuts.help': 'Show this list',
  'shortcuts.export': 'Export',
  'shortcuts.link': 'Copy the link',
  'shortcuts.briefing': 'Add the figure in focus to the briefing',
  'shortcuts.fit': 'Fit the map to the events',
  'shortcuts.step': 'Step the time window back, forward',
  'shortcuts.play': 'Play or stop (on the play button)',
  'shortcuts.feed': 'Next, previous event in the list',
  'shortcuts.open': 'Open the event in focus',
  'shortcuts.undo': 'Undo, redo a filter',
  'shortcuts.window': 'Move an edge of the window by one bar, ten bars, a year',
  'shortcuts.map': 'On the map: nearest place in that direction, open, leave',
} as const;
