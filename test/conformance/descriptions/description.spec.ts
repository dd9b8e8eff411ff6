import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDescriptions } from './description.js';
import { wireRequest } from './wire-request.js';

const files = {
  'api.json': JSON.stringify({ openapi: '3.1.0', paths: { '/json': { get: {} } } }),
  'api.yaml': "openapi: '3.0.0'\npaths:\n  /yaml:\n    get:\n      responses:\n        200: {description: OK}\n",
  'discovery.json': JSON.stringify({
    kind: 'discovery#restDescription',
    baseUrl: 'https://a.test/',
    methods: { list: { httpMethod: 'GET', path: 'discovered' } },
  }),
  'tables.json': JSON.stringify({
    method: { id: 'a.run', httpMethod: 'POST', url: 'https://a.test/tables' },
    messages: {},
  }),
  'graph.json': JSON.stringify({
    nodes: { A: { apis: [{ method: 'GET', endpoint: 'edge', params: [] }], fields: [] } },
    enums: {},
  }),
  'other.json': JSON.stringify({ swagger: '2.0', paths: {} }),
};

describe('openDescriptions', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descriptions-'));
    await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['api.json', 'GET https://a.test/json', 'GET /json'],
    ['api.yaml', 'GET https://a.test/yaml', 'GET /yaml'],
    ['discovery.json', 'GET https://a.test/discovered', 'GET /discovered'],
    ['tables.json', 'POST https://a.test/tables', 'POST /tables'],
    ['graph.json', 'GET https://graph.facebook.com/v25.0/1/edge', 'GET /{A}/edge'],
  ])('opens %s', async (file, line, name) => {
    const [description] = await openDescriptions(folder, [file]);
    expect(description?.file).toBe(file);
    expect(description?.operation(wireRequest(line))?.name).toBe(name);
  });

  it('opens several in the order they are named in', async () => {
    const descriptions = await openDescriptions(folder, ['graph.json', 'api.yaml']);
    expect(descriptions.map(({ file }) => file)).toEqual(['graph.json', 'api.yaml']);
  });

  it('refuses what it cannot read, by name', async () => {
    await expect(openDescriptions(folder, ['other.json'])).rejects.toThrow(
      'other.json is of no format that is known here.',
    );
    await expect(openDescriptions(folder, ['nothing.json'])).rejects.toThrow('nothing.json');
  });
});
