import { cite } from './es/cite.ts';
import { country } from './es/country.ts';
import { domain } from './es/domain.ts';
import { embed } from './es/embed.ts';
import { explore } from './es/explore.ts';
import { exports } from './es/export.ts';
import { figures } from './es/figures.ts';
import { map } from './es/map.ts';
import { records } from './es/records.ts';
import { shell } from './es/shell.ts';
import { stats } from './es/stats.ts';
import { ui } from './es/ui.ts';

export const es = {
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
