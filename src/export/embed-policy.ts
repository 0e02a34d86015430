/** Whether this server lets other sites frame its embeds: it says so itself, in the policy of those pages. */
export async function embedsAllowed(signal?: AbortSignal): Promise<boolean> {
  const reply = await fetch('/embed/map', { method: 'HEAD', ...(signal ? { signal } : {}) });
  const policy = reply.headers.get('content-security-policy') ?? '';
  const ancestors = /(?:^|;)\s*frame-ancestors\s+([^;]+)/.exec(policy)?.[1]?.trim();
  return reply.ok && ancestors !== undefined && ancestors !== `'none'`;
}
