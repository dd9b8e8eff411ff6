import { AddressRefused } from '../../kernel/http/index.js';

/** @throws AddressRefused unless the host is one of the declared ones; `*` stands for a label or a part of one. */
export function assertDeclaredHost({ hostname }: URL, hosts: readonly string[]): void {
  if (!hosts.some((pattern) => patternOf(pattern).test(hostname))) throw new AddressRefused('host');
}

const compiled = new Map<string, RegExp>();

function patternOf(host: string): RegExp {
  const known = compiled.get(host);
  if (known) return known;
  const parts = host.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('[a-z0-9-]+')}$`, 'i');
  compiled.set(host, pattern);
  return pattern;
}
