import { readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import { ConnectorFault } from './define-connector.js';
import type { Connector } from './connector.js';

const ownExtension = extname(import.meta.url);

/** The keys of all connectors: the names of the folders. Nothing is loaded. */
export async function connectorKeys(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Loads `<key>/<key>.connector` and takes the connector that it exports.
 *
 * @throws ConnectorFault when the file exports none, or its key is not the folder's name.
 */
export async function loadConnector(folder: URL, key: string): Promise<Connector> {
  const file = new URL(`${key}/${key}.connector${ownExtension}`, folder);
  const exported = await importAfterOthers(file);
  const [connector, ...others] = Object.values(exported ?? {}).filter(isConnector);
  if (!connector || others.length > 0) throw new ConnectorFault(`${key}.connector has to export one connector.`);
  if (connector.key !== key)
    throw new ConnectorFault(`The connector in the folder "${key}" is called "${connector.key}".`);
  return connector;
}

let lastImport: Promise<unknown> = Promise.resolve();

/** One after the other: two at once break off over a module that both need where Node's `vm` loads them, as under Jest. */
function importAfterOthers(file: URL): Promise<unknown> {
  const own = lastImport.then((): Promise<unknown> => import(file.href));
  lastImport = own.catch(() => undefined);
  return own;
}

function isConnector(value: unknown): value is Connector {
  return typeof value === 'object' && value !== null && 'key' in value && 'auth' in value && 'agents' in value;
}
