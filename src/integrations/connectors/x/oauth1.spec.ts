import { Secret } from '../../../kernel/config/index.js';
import { oauth1Authorization } from './oauth1.js';

describe('OAuth 1.0a signature', () => {
  // The worked example of https://docs.x.com/fundamentals/authentication/oauth-1-0a/creating-a-signature
  const keys = {
    apiKey: new Secret('xvz1evFS4wEEPTGEFPHBog'),
    apiKeySecret: new Secret('kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw'),
    token: new Secret('370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb'),
    tokenSecret: new Secret('LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE'),
  };
  const nonce = 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg';
  const now = new Date(1_318_622_958_000);

  it('is the one of X’s own example', () => {
    const request = {
      method: 'POST',
      url: new URL('https://api.x.com/1.1/statuses/update.json?include_entities=true'),
      form: { status: 'Hello Ladies + Gentlemen, a signed OAuth request!' },
      now,
    };
    expect(oauth1Authorization(keys, request, nonce).reveal()).toBe(
      'OAuth oauth_consumer_key="xvz1evFS4wEEPTGEFPHBog", oauth_nonce="kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", ' +
        'oauth_signature_method="HMAC-SHA1", oauth_timestamp="1318622958", ' +
        'oauth_token="370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", oauth_version="1.0", ' +
        'oauth_signature="Ls93hJiZbQ3akF3HF3x1Bz8%2FzU4%3D"',
    );
  });

  it.each(['user=1&user.fields=l%27%C3%A9t%C3%A9+(2)&user=0', 'user.fields=l%27%C3%A9t%C3%A9%20%282%29&user=0&user=1'])(
    'of the query %s does not depend on its order or encoding',
    (query) => {
      const request = { method: 'GET', url: new URL(`https://api.x.com/2/users/me?${query}`), form: undefined, now };
      expect(oauth1Authorization(keys, request, nonce).reveal()).toContain(
        'oauth_signature="LVwdC7Qs%2FMTmNEcEgL1iGXqy%2Fks%3D"',
      );
    },
  );
});
