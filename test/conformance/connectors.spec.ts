import { existsSync } from 'node:fs';
import { connectorKeys, loadConnector } from '../../src/integrations/core/load-connectors.js';
import { isChosen } from '../support/chosen-connectors.js';
import { specsFolder } from '../support/specs.js';
import { describeWhere } from '../support/where.js';
import { driveConnector } from './drive-connector.js';

const folder = new URL('../../src/integrations/connectors/', import.meta.url);
const keys = (await connectorKeys(folder)).filter(isChosen);

describeWhere(existsSync(specsFolder()))('what connectors ask, by the vendors’ own descriptions', () => {
  it.each(keys)('%s asks nothing that its vendor refuses, and understands what is described', async (key) => {
    const connector = await loadConnector(folder, key);
    const result = await driveConnector(connector, new URL(`${key}/`, folder), specsFolder());
    expect(result.refused).toEqual([]);
    expect(result.validated + result.notCovered.size).toBeGreaterThan(0);
  });
});
