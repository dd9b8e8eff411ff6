import type { HttpClient, HttpReply, HttpRequest, HttpTarget } from '../../kernel/http/index.js';

/** The way to vendors: their own hosts, or one stand-in that plays them all with the vendor's host as first part of its paths. */
export class VendorNetwork {
  constructor(
    private readonly http: HttpClient,
    private readonly standInUrl?: string | undefined,
    private readonly trustedOrigin?: string | undefined,
  ) {}

  /** The same way, but for one server that the operator named: it may be private, and no stand-in plays it. */
  trusting(origin: string): VendorNetwork {
    return new VendorNetwork(this.http, this.standInUrl, origin);
  }

  /** Hosts of vendors are judged like those that users name: public, https, no ports. */
  send<T>(url: URL, target: Omit<HttpTarget, 'baseUrl' | 'hostFrom'>, request: HttpRequest<T>): Promise<HttpReply<T>> {
    const { origin, host, pathname: path } = url;
    if (origin === this.trustedOrigin) {
      return this.http.request({ ...target, baseUrl: origin, hostFrom: 'operator' }, { ...request, path });
    }
    if (this.standInUrl === undefined) {
      return this.http.request({ ...target, baseUrl: origin, hostFrom: 'user' }, { ...request, path });
    }
    const baseUrl = `${this.standInUrl}/${host}`;
    return this.http.request({ ...target, baseUrl, hostFrom: 'operator' }, { ...request, path });
  }
}
