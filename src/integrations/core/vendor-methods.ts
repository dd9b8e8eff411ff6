import type { HttpMethod } from '../../kernel/http/index.js';
import type { VendorReply, VendorRequest } from './vendor-client.js';

/** The ways to ask for a body alone, for clients that know how a request is sent. */
export abstract class VendorMethods {
  abstract call<T>(method: HttpMethod, path: string, request: VendorRequest<T>): Promise<VendorReply<T>>;

  async get<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('GET', path, request)).body;
  }

  async post<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('POST', path, request)).body;
  }

  async put<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('PUT', path, request)).body;
  }

  async patch<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('PATCH', path, request)).body;
  }

  async delete<T>(path: string, request: VendorRequest<T>): Promise<T> {
    return (await this.call('DELETE', path, request)).body;
  }
}
