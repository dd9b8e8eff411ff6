import { readFileSync } from 'node:fs';
import { specFile } from '../../../test/support/specs.js';
import { describeWhere } from '../../../test/support/where.js';
import { toDashboardUrl } from './dashboard-url.js';
import { vapiCategories } from './data/vapi-categories.js';
import { loadVapiCatalogue } from './load-vapi-catalogue.js';
import { vapiCatalogue, type VapiCategory, type VapiProvider } from './vapi-catalogue.schema.js';

let catalogue: readonly VapiCategory[];

beforeAll(async () => {
  catalogue = await loadVapiCatalogue();
});

function providers(): VapiProvider[] {
  return catalogue.flatMap((category) => category.providers);
}

function find(category: string, name: string): VapiProvider | undefined {
  return catalogue.find(({ key }) => key === category)?.providers.find((provider) => provider.name === name);
}

/** What the guide names, in its order. */
const guide = {
  voices: ['ElevenLabs', 'Cartesia', 'Deepgram', 'LMNT', 'Neets', 'PlayHT', 'Rime'],
  models: [
    'OpenAI',
    'Anthropic',
    'Groq',
    'Azure OpenAI',
    'Perplexity AI',
    'Together AI',
    'Anyscale',
    'OpenRouter',
    'DeepInfra',
    'Custom LLM',
  ],
  transcribers: ['Deepgram', 'AssemblyAI', 'ElevenLabs', 'Gladia'],
  tools: ['Make', 'GoHighLevel', 'SmallsAI', 'Google Calendar', 'Google Sheets', 'GoHighLevel MCP'],
  'vector-stores': ['Telnyx'],
  'phone-numbers': ['SIP Trunk', 'Dialys', 'Vonage'],
  'cloud-storage': ['AWS S3', 'Azure Blob Storage', 'Google Cloud Storage', 'Cloudflare R2', 'Supabase'],
  observability: ['Langfuse'],
  'server-configuration': ['Servers and authentication'],
};

describe('the catalogue of Vapi’s providers', () => {
  it('has the nine categories of the guide, in its order', () => {
    expect(catalogue.map(({ key }) => key)).toEqual(Object.keys(guide));
  });

  it('has the 37 entries of the guide and the configuration of servers, each in its category', () => {
    const named = catalogue.map((category) => [
      category.key,
      category.providers.filter(({ inGuide }) => inGuide).map(({ name }) => name),
    ]);
    expect(Object.fromEntries(named)).toEqual(guide);
    expect(Object.values(guide).flat()).toHaveLength(37 + 1);
  });

  it.each([
    { category: 'voices', name: 'Neets', lifecycle: 'DEPRECATED', words: '26 March 2025' },
    { category: 'voices', name: 'PlayHT', lifecycle: 'DEPRECATED', words: '31 December 2025' },
    { category: 'vector-stores', name: 'Telnyx', lifecycle: 'DEPRECATED', words: 'phone numbers' },
    { category: 'tools', name: 'SmallsAI', lifecycle: 'UNKNOWN', words: 'Smallest AI' },
    { category: 'phone-numbers', name: 'Dialys', lifecycle: 'UNKNOWN', words: 'no provider of this name' },
    { category: 'tools', name: 'Make', lifecycle: 'AVAILABLE', words: '19 May 2025' },
    { category: 'models', name: 'Anyscale', lifecycle: 'AVAILABLE', words: '1 August 2024' },
  ])('tells of $category what became of $name', ({ category, name, lifecycle, words }) => {
    const provider = find(category, name);
    expect(provider).toMatchObject({ lifecycle, inGuide: true });
    expect(provider?.note?.en).toContain(words);
  });

  it('highlights Google Calendar among the tools, and nothing else', () => {
    const highlighted = providers().filter((provider) => provider.highlighted);
    expect(highlighted.map(({ name }) => name)).toEqual(['Google Calendar']);
    const [tools, ...others] = catalogue.filter(({ highlight }) => highlight);
    expect(others).toEqual([]);
    expect(tools?.highlight?.en).toContain('Google Calendar');
    expect(tools?.highlight?.fr).toContain('Google Calendar');
  });

  it('has more than the guide: what Vapi offers today', () => {
    expect(find('voices', 'Smallest AI')?.lifecycle).toBe('AVAILABLE');
    expect(find('phone-numbers', 'Twilio')?.lifecycle).toBe('AVAILABLE');
    expect(find('models', 'Google')?.inGuide).toBe(false);
    expect(providers().length).toBeGreaterThan(70);
  });

  it('says everything in both languages, and never the same sentence twice', () => {
    const texts = [...catalogue, ...providers()].flatMap(({ description }) => [description]);
    const notes = providers().flatMap(({ note }) => (note ? [note] : []));
    for (const { en, fr } of [...texts, ...notes]) expect([en, en === fr]).toEqual([en, false]);
  });

  it('leads to Vapi’s dashboard and documentation, over https', () => {
    for (const provider of providers()) {
      expect(toDashboardUrl(provider)).toMatch(/^https:\/\/dashboard\.vapi\.ai(\/|$)/);
      expect(provider.documentationUrl ?? 'https://docs.vapi.ai/').toMatch(/^https:\/\/docs\.vapi\.ai\//);
    }
  });

  it('leads to the words of a provider on the page of integrations', () => {
    const page = 'https://dashboard.vapi.ai/settings/integrations';
    const link = (category: string, name: string) => {
      const provider = find(category, name);
      return provider && toDashboardUrl(provider);
    };
    expect(link('tools', 'Google Calendar')).toBe(`${page}#:~:text=Google%20Calendar`);
    expect(link('cloud-storage', 'S3-compatible storage')).toBe(`${page}#:~:text=S3%2Dcompatible%20storage`);
    expect(link('phone-numbers', 'Dialys')).toBe(page);
    expect(link('phone-numbers', 'Twilio')).toBe('https://dashboard.vapi.ai/phone-numbers');
  });
});

describe('the schema of the catalogue', () => {
  const [voices] = vapiCategories;
  const [elevenLabs] = voices?.providers ?? [];

  it.each([
    ['a text without French', { description: { en: 'Voices.' } }],
    ['an empty text', { description: { en: 'Voices.', fr: ' ' } }],
    ['a key with capitals', { key: 'ElevenLabs' }],
    ['a withdrawn provider without a word about it', { lifecycle: 'DEPRECATED', note: undefined }],
    ['another lifecycle', { lifecycle: 'BETA' }],
    ['a link without encryption', { dashboardUrl: 'http://dashboard.vapi.ai' }],
    ['no day', { asOf: undefined }],
    ['a moment instead of a day', { asOf: '2026-08-20T00:00:00Z' }],
    ['a field that it does not know', { apiKey: 'x' }],
  ])('refuses %s', (_, fault) => {
    const withFault = [{ ...voices, providers: [{ ...elevenLabs, ...fault }] }];
    expect(vapiCatalogue.safeParse([{ ...voices, providers: [elevenLabs] }]).success).toBe(true);
    expect(vapiCatalogue.safeParse(withFault).success).toBe(false);
  });

  it('refuses two providers or two categories with one key', () => {
    expect(vapiCatalogue.safeParse([{ ...voices, providers: [elevenLabs, elevenLabs] }]).success).toBe(false);
    expect(vapiCatalogue.safeParse([voices, voices]).success).toBe(false);
  });
});

const description = specFile('vapi.json');

describeWhere(description !== null)('the catalogue beside Vapi’s API description', () => {
  interface Described {
    properties?: Record<string, { enum?: string[]; oneOf?: { $ref?: string }[] }>;
  }
  const { components } = JSON.parse(
    description === null ? '{"components":{"schemas":{}}}' : readFileSync(description, 'utf8'),
  ) as {
    components: { schemas: Record<string, Described> };
  };
  const { schemas } = components;
  const slugOf = (schema: Described | undefined) => schema?.properties?.provider?.enum?.[0];
  const credentials = Object.entries(schemas)
    .filter(([name]) => /^Create\w+CredentialDTO$|^CreateCustomCredentialDTO$/.test(name))
    .flatMap(([, schema]) => slugOf(schema) ?? []);

  it('names credentials that can be created there', () => {
    // Numbers of these two count by themselves, and what Trieve and Telnyx had cannot be created any more.
    const others = ['vapi', 'telnyx', 'trieve'];
    const named = providers().flatMap((provider) => provider.credentials.map((slug) => slug.split(':')[0] ?? ''));
    expect(credentials.length).toBeGreaterThan(40);
    expect(named.filter((slug) => !credentials.includes(slug) && !others.includes(slug))).toEqual([]);
  });

  it('has a provider for every credential that can be created there', () => {
    const named = providers().flatMap((provider) => provider.credentials.map((slug) => slug.split(':')[0]));
    const forgotten = credentials.filter((slug) => !named.includes(slug));
    // The application of a workspace’s own at Google, which Google Calendar may go through.
    expect(forgotten).toEqual(['google.calendar.oauth2-client']);
  });

  it.each([
    ['voices', 'voice'],
    ['models', 'model'],
    ['transcribers', 'transcriber'],
  ])('has all %s that an assistant can choose there', (category, field) => {
    const choices = schemas.CreateAssistantDTO?.properties?.[field]?.oneOf ?? [];
    const slugs = choices.flatMap(({ $ref }) => slugOf(schemas[$ref?.split('/').at(-1) ?? '']) ?? []);
    const keys = catalogue.find(({ key }) => key === category)?.providers.map(({ key }) => key);
    expect(slugs.length).toBeGreaterThan(10);
    expect(slugs.filter((slug) => !keys?.includes(slug))).toEqual([]);
  });
});
