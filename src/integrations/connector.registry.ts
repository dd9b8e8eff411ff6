import { Injectable } from '@nestjs/common';
import type { Connector } from './core/connector.js';
import { connectorKeys, loadConnector } from './core/load-connectors.js';

const folder = new URL('connectors/', import.meta.url);

/**
 * The connectors, found by their folders. Each is loaded with the first question about it: a process that is not asked
 * should hold none of their schemas.
 */
@Injectable()
export class ConnectorRegistry {
  #keys: Promise<string[]> | undefined;
  readonly #loaded = new Map<string, Promise<Connector>>();

  /** In order of name. @throws ConnectorFault when a folder is not what it should be. */
  async all(): Promise<Connector[]> {
    const connectors = await Promise.all((await this.keys()).map((key) => this.load(key)));
    return connectors.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  async find(key: string): Promise<Connector | null> {
    return (await this.keys()).includes(key) ? this.load(key) : null;
  }

  private keys(): Promise<string[]> {
    return (this.#keys ??= connectorKeys(folder));
  }

  private load(key: string): Promise<Connector> {
    const known = this.#loaded.get(key);
    if (known) return known;
    const loading = loadConnector(folder, key);
    this.#loaded.set(key, loading);
    return loading;
  }
}
