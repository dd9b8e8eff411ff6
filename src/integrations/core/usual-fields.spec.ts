import { apiKeyField, apiKeyLabel, clientIdField, clientSecretField } from './usual-fields.js';

const help = { en: 'Settings > API', fr: 'Paramètres > API' };

describe('fields that many vendors ask for', () => {
  it('seal what is secret, and show what is not', () => {
    const fields = [apiKeyField(), clientIdField(), clientSecretField()];
    expect(fields.map(({ key, secret, required }) => [key, secret, required])).toEqual([
      ['apiKey', true, true],
      ['clientId', false, true],
      ['clientSecret', true, true],
    ]);
  });

  it('keep their names, whatever the vendor adds', () => {
    const key = apiKeyField({ help, pattern: /^key-/, required: false });
    expect(key).toMatchObject({ label: apiKeyLabel, help, pattern: /^key-/, required: false });
    expect(clientIdField({ help })).toMatchObject({ label: { fr: 'ID client' }, help });
    expect(clientSecretField({ help })).toMatchObject({ label: { fr: 'Secret client' }, help });
  });
});
