import type { HttpClient, HttpReply, HttpRequest, HttpTarget } from '../../kernel/http/index.js';

/** The way to vendors: their own hosts, or one stand-in that plays them all with the vendor's host as first part of its paths. */
export class VendorNetwork {
  constructor(
    private readonly http: HttpClient,
    private readonly standInUrl?: string | undefined,
  ) {}

  /** Hosts of vendors are judged like those that users name: public, https, no ports. */
  send<T>(url: URL, target: Omit<HttpTarget, 'baseUrl' | 'hostFrom'>, request: HttpRequest<T>): Promise<HttpReply<T>> {
    const { origin, host, pathname: path } = url;
    if (this.standInUrl === undefined) {
      return this.http.request({ ...target, baseUrl: origin, hostFrom: 'user' }, { ...request, path });
    }
    const baseUrl = `${this.standInUrl}/${host}`;
    return this.http.request({ ...target, baseUrl, hostFrom: 'operator' }, { ...request, path });
  }
}
