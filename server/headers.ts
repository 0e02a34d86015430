/** What the page may load and do (docs/decisions): own files only, nothing inline. Violations are reported to our own origin. */
export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' blob: data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `object-src 'none'`,
].join('; ');

export const reportPath = '/csp-reports';
const noFrames = `frame-ancestors 'none'`;
/** Policy of documents, with the address of our own report counter. */
export const documentPolicy = `${contentSecurityPolicy}; report-uri ${reportPath}`;

/** Who may frame a page under /embed: this server and the origins its settings name, or nobody. */
function embedPolicy(ancestors: readonly string[]): string {
  return documentPolicy.replace(noFrames, `frame-ancestors 'self' ${ancestors.join(' ')}`);
}

/**
 * Headers of a page under /embed beside those of every answer. Where framing is allowed the policy alone says by whom: the older
 * header knows no list, so it is left out, and a page that isolates itself may frame this one too.
 */
export function embedHeaders(ancestors: readonly string[]): Readonly<Record<string, string | undefined>> {
  if (ancestors.length === 0) return { 'content-security-policy': documentPolicy };
  return {
    'content-security-policy': embedPolicy(ancestors),
    'cross-origin-resource-policy': 'cross-origin',
    'x-frame-options': undefined,
  };
}

/** Policy of answers that are data: if one is ever opened as a page, it can do nothing. */
export const dataPolicy = `default-src 'none'; frame-ancestors 'none'; sandbox`;

const unusedPowers = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
];

/**
 * With these a document, and a Worker's script, stands apart from other origins, and the two may share memory (decision 020). All
 * that the page loads is of our own origin, so nothing is kept out.
 */
export const isolation: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** Headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  ...isolation,
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': unusedPowers.map((power) => `${power}=()`).join(', '),
  'x-frame-options': 'DENY',
};

/** Sent where the connection (ours, or that of a trusted proxy) is encrypted. */
export const strictTransport = 'max-age=31536000';
