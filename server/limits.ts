/** Every limit the server keeps, in one place; docs/deploy.md lists them and tests hold each at the limit and one past it. */
export const limits = {
  /** Characters of path and query together (8 KiB). */
  urlCharacters: 8192,
  /** Bytes of all request headers (16 KiB), kept by Node's parser. */
  headerBytes: 16_384,
  /** Bytes of a Content Security Policy report, the only body that is read. */
  reportBytes: 65_536,
  /** Bytes of a briefing as it is sent; pinned figures are most of it. */
  briefingBytes: 8_388_608,
  /** Briefings kept by the server; one more is refused. */
  briefings: 500,
  /** Briefings written from one address in a minute. */
  writesPerMinute: 10,
  /** Wrong or missing write tokens from one address in a minute; then it is refused for a while, whatever it sends. */
  authFailuresPerMinute: 5,
  rowsPerPage: 100,
  maxRowsPerPage: 1000,
  exportRows: 200_000,
  /** Rows read at a time while an export streams. */
  exportBatchRows: 1000,
  searchCharacters: 200,
  searchWords: 10,
  searchRowsPerKind: 5,
  /** Row numbers in one answer of /hits. */
  hits: 200_000,
  /** A query that takes longer is given up: 503 with Retry-After. */
  queryMilliseconds: 2000,
  /** A question asked while the data are loaded for the first time waits this long for them. */
  startWaitMilliseconds: 25_000,
  /** Requests of one address to the API: a bucket of `burst`, refilled at `perSecond`. */
  requestsPerSecond: 60,
  requestsBurst: 120,
  /** Addresses whose buckets are remembered. */
  rememberedAddresses: 10_000,
  connections: 1000,
  headersTimeoutMilliseconds: 10_000,
  requestTimeoutMilliseconds: 30_000,
  /** After SIGTERM, requests under way get this long. */
  drainMilliseconds: 10_000,
} as const;

/** The limits that a deployment may raise through the environment (config.ts). */
export interface AdjustableLimits {
  readonly requestsPerSecond: number;
  readonly requestsBurst: number;
  readonly queryMilliseconds: number;
}
