import { findVapiProviders, type VapiProviderQuery } from './find-vapi-providers.js';
import { loadVapiCatalogue } from './load-vapi-catalogue.js';

/** `category/name` of all that is found. */
async function found(query: VapiProviderQuery): Promise<string[]> {
  const categories = findVapiProviders(await loadVapiCatalogue(), query);
  return categories.flatMap(({ key, providers }) => providers.map(({ name }) => `${key}/${name}`));
}

describe('looking for providers', () => {
  it('finds all when nothing is asked for, and what is blank is nothing', async () => {
    const all = (await loadVapiCatalogue()).flatMap(({ providers }) => providers);
    expect(await found({})).toHaveLength(all.length);
    expect(await found({ search: ' \t ' })).toHaveLength(all.length);
  });

  it('finds a name in every category, whatever the case, and leaves out the other categories', async () => {
    const azure = await found({ search: 'AZURE' });
    expect(azure).toEqual(
      expect.arrayContaining([
        'voices/Azure',
        'models/Azure OpenAI',
        'transcribers/Azure',
        'cloud-storage/Azure Blob Storage',
      ]),
    );
    const categories = findVapiProviders(await loadVapiCatalogue(), { search: 'azure blob' });
    expect(categories.map(({ key }) => key)).toEqual(['cloud-storage']);
  });

  it.each([
    'réseau téléphonique',
    'reseau telephonique',
    'RÉSEAU TÉLÉPHONIQUE',
    're\u0301seau te\u0301le\u0301phonique',
  ])('finds %j with accents or without', async (search) => {
    expect(await found({ search })).toEqual(['phone-numbers/SIP Trunk']);
  });

  it('finds in the texts of both languages, whoever reads', async () => {
    expect(await found({ search: 'spreadsheet' })).toEqual(['tools/Google Sheets']);
    expect(await found({ search: 'feuille de calcul' })).toEqual(['tools/Google Sheets']);
  });

  it('finds by what Vapi calls a provider, by its category, and by what became of it', async () => {
    expect(await found({ search: '11labs' })).toEqual(['voices/ElevenLabs', 'transcribers/ElevenLabs']);
    expect(await found({ search: 'bases vectorielles telnyx' })).toEqual(['vector-stores/Telnyx']);
    expect(await found({ search: "n'a aujourd'hui aucun" })).toEqual(['tools/SmallsAI', 'phone-numbers/Dialys']);
  });

  it('wants every word, and takes signs for what they are', async () => {
    expect(await found({ search: 'google calendar' })).toContain('tools/Google Calendar');
    expect(await found({ search: 'google zzz' })).toEqual([]);
    expect(await found({ search: '.*' })).toEqual([]);
    expect(await found({ search: 'x'.repeat(100_000) })).toEqual([]);
  });

  it('keeps to one category by its key, and finds nothing in one that there is not', async () => {
    expect(await found({ category: 'observability', search: 'langfuse' })).toEqual(['observability/Langfuse']);
    expect(await found({ category: 'voices', search: 'langfuse' })).toEqual([]);
    expect((await found({ category: 'cloud-storage' })).every((name) => name.startsWith('cloud-storage/'))).toBe(true);
    for (const category of ['Voices', '', 'toString']) expect(await found({ category })).toEqual([]);
  });
});
