type PolicyRules = {
  createHTML?(text: string): string;
  createScript?(text: string): string;
  createScriptURL?(address: string): string;
};
type Factory = { createPolicy(name: string, rules: PolicyRules): unknown };

/** What may become HTML: the one string with which Leaflet probes for SVG. Everything else is refused. */
export function allowedHtml(text: string): string {
  if (text === '<svg/>') return text;
  throw new TypeError('HTML from text is not allowed here');
}

/** Scripts and workers come from our own origin only. */
export function allowedScriptUrl(address: string, origin: string): string {
  const url = new URL(address, origin);
  if (url.origin === origin) return address;
  throw new TypeError(`script from ${url.origin} is not allowed here`);
}

/** Installs the default policy where the browser knows Trusted Types; must run before Leaflet is imported. */
export function installTrustedTypes(): void {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  factory?.createPolicy('default', {
    createHTML: allowedHtml,
    createScriptURL: (address) => allowedScriptUrl(address, location.origin),
  });
}
