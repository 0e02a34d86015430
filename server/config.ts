import path from 'node:path';
import { defaultRetention, type Retention } from './jobs/kept-versions.ts';
import { type AdjustableLimits, limits } from './limits.ts';

/** What the environment decides. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the store and its snapshots, absolute. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** Addresses of reverse proxies whose X-Forwarded-* headers are believed; empty = none. */
  readonly trustedProxies: readonly string[];
  readonly limits: AdjustableLimits;
  /** What a writer must send; null = nothing can be written and the addresses for it do not exist. */
  readonly writeToken: string | null;
  /** Which earlier states of the data stay whole, so that links made with them open. */
  readonly retention: Retention;
  /** Address under which readers reach the server, for links in feeds; null = as the request says. */
  readonly publicUrl: string | null;
  /** Origins whose pages may frame what is under /embed; empty = nobody may. */
  readonly embedAncestors: readonly string[];
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A setting that cannot be used; the message names it and how to mend it. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Reads the settings from an environment. Throws ConfigError for the first that cannot be used. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  return {
    port: whole(env, 'PORT', 4173, 0, 65_535),
    host: text(
      env,
      'HOST',
      '127.0.0.1',
      /^[A-Za-z0-9.:_-]{1,253}$/,
      'an address or host name, such as 0.0.0.0',
    ),
    dataFolder: path.resolve(root, env.ATALAYA_DATA?.trim() || 'data'),
    logLevel: logLevel(env),
    trustedProxies: (env.TRUST_PROXY ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    limits: {
      requestsPerSecond: whole(env, 'ATALAYA_REQUESTS_PER_SECOND', limits.requestsPerSecond, 1, 1_000_000),
      requestsBurst: whole(env, 'ATALAYA_REQUESTS_BURST', limits.requestsBurst, 1, 1_000_000),
      queryMilliseconds: whole(env, 'ATALAYA_QUERY_MILLISECONDS', limits.queryMilliseconds, 10, 600_000),
    },
    writeToken: writeToken(env),
    retention: {
      versions: whole(env, 'ATALAYA_KEPT_VERSIONS', defaultRetention.versions, 0, 10_000),
      megabytes: whole(env, 'ATALAYA_KEPT_MEGABYTES', defaultRetention.megabytes, 0, 100_000_000),
    },
    publicUrl:
      text(
        env,
        'ATALAYA_PUBLIC_URL',
        '',
        /^https?:\/\/[A-Za-z0-9.:[\]-]{1,253}\/?$/,
        'the address readers use, such as https://atalaya.example.org',
      ).replace(/\/$/, '') || null,
    embedAncestors: embedAncestors(env),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

function whole(env: Environment, name: string, absent: number, min: number, max: number): number {
  const raw = env[name]?.trim();
  if (raw === undefined || raw === '') return absent;
  const value = Number(raw);
  if (/^\d{1,9}$/.test(raw) && value >= min && value <= max) return value;
  throw new ConfigError(
    `${name}="${raw.slice(0, 40)}" cannot be used: give a whole number from ${min} to ${max}.`,
  );
}

function text(env: Environment, name: string, absent: string, pattern: RegExp, what: string): string {
  const raw = env[name]?.trim();
  if (raw === undefined || raw === '') return absent;
  if (pattern.test(raw)) return raw;
  throw new ConfigError(`${name}="${raw.slice(0, 40)}" cannot be used: give ${what}.`);
}

/** A token of 256 random bits has 43 characters in base64 and 64 in hex; a short or repetitive one can be guessed. */
function writeToken(env: Environment): string | null {
  const raw = env.ATALAYA_WRITE_TOKEN?.trim();
  if (raw === undefined || raw === '') return null;
  if (/^[\x21-\x7e]{43,200}$/.test(raw) && new Set(raw).size >= 10) return raw;
  throw new ConfigError(
    'ATALAYA_WRITE_TOKEN cannot be used: give 43 to 200 random characters without spaces, such as "openssl rand -base64 32" prints.',
  );
}

const mostAncestors = 50;

/** A source of CSP's frame-ancestors that names an origin; a path, a quote or a semicolon would change the policy. */
function embedAncestors(env: Environment): readonly string[] {
  const given = (env.ATALAYA_EMBED_ANCESTORS ?? '').split(/[\s,]+/).filter(Boolean);
  const host = /^https?:\/\/(?:(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::(?:\d{1,5}|\*))?$/i;
  const wrong = given.find((origin) => origin !== '*' && !host.test(origin));
  const mend =
    'give origins such as https://news.example.org, apart by commas, or * for every site; leave it empty to switch embedding off.';
  if (wrong !== undefined)
    throw new ConfigError(`ATALAYA_EMBED_ANCESTORS="${wrong.slice(0, 80)}" cannot be used: ${mend}`);
  if (given.length > mostAncestors)
    throw new ConfigError(
      `ATALAYA_EMBED_ANCESTORS names ${given.length} origins: give at most ${mostAncestors}.`,
    );
  return given.includes('*') ? ['*'] : [...new Set(given)];
}

function logLevel(env: Environment): LogLevel {
  const raw = env.LOG_LEVEL?.trim();
  if (raw === undefined || raw === '') return 'warn';
  const level = logLevels.find((known) => known === raw);
  if (level) return level;
  throw new ConfigError(
    `LOG_LEVEL="${raw.slice(0, 40)}" cannot be used: give one of ${logLevels.join(', ')}.`,
  );
}
