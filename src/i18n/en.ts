import { cite } from './en/cite.ts';
import { country } from './en/country.ts';
import { domain } from './en/domain.ts';
import { embed } from './en/embed.ts';
import { explore } from './en/explore.ts';
import { exports } from './en/export.ts';
import { figures } from './en/figures.ts';
import { map } from './en/map.ts';
import { records } from './en/records.ts';
import { shell } from './en/shell.ts';
import { stats } from './en/stats.ts';
import { ui } from './en/ui.ts';

export const en = {
  ...records,
  ...country,
  ...cite,
  ...domain,
  ...embed,
  ...explore,
  ...exports,
  ...figures,
  ...map,
  ...shell,
  ...stats,
  ...ui,
};
