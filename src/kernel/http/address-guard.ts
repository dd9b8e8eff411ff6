import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { AddressRefused } from './http.errors.js';

/** What a host named by a user must be like. */
export interface AddressRules {
  schemes: readonly string[];
  ports: readonly string[];
  allows(address: string): boolean;
}

export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const publicHttps: AddressRules = { schemes: ['https:'], ports: [''], allows: isPublicAddress };

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether anyone on the internet has this address: not loopback, private, link-local, reserved or a tunnel to one. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // `process` unwraps IPv4 mapped into IPv6, in whatever notation.
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast') return false;
  return ip instanceof ipaddr.IPv4 || ip.match(globalUnicast);
}

/**
 * Keeps requests to hosts named by users away from our own network. The name is resolved once, when the socket is made,
 * and that very answer is checked and connected to, so a name that changes its address in between (rebinding) gains nothing.
 */
export class AddressGuard {
  constructor(
    private readonly rules: AddressRules = publicHttps,
    private readonly resolve: Resolve = resolveBySystem,
  ) {}

  /** @throws AddressRefused for what the URL itself shows; names are judged when they are resolved. */
  check(url: URL): void {
    if (!this.rules.schemes.includes(url.protocol)) throw new AddressRefused('scheme');
    if (!this.rules.ports.includes(url.port)) throw new AddressRefused('port');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // A socket to a literal address is made without any look-up.
    if (isIP(host) !== 0 && !this.rules.allows(host)) throw new AddressRefused('not public');
  }

  /** For undici's `connect.lookup`. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    this.allowedAddresses(hostname).then(
      ([first, ...others]) => {
        if (options.all) callback(null, [first, ...others]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), []);
      },
    );
  };

  /** One address inside is enough to refuse the name: no public service resolves to both. */
  private async allowedAddresses(hostname: string): Promise<[LookupAddress, ...LookupAddress[]]> {
    const [first, ...others] = await this.resolve(hostname);
    if (!first) throw new AddressRefused('not public');
    if (![first, ...others].every(({ address }) => this.rules.allows(address))) throw new AddressRefused('not public');
    return [first, ...others];
  }
}

function resolveBySystem(hostname: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });
}
