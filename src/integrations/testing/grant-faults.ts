import { Secret } from '../../kernel/config/index.js';
import type { AuthMode } from '../core/auth-mode.js';
import type { AccessGrant } from '../core/access-grant.js';
import type { ConnectorStage } from './connector-stage.js';
import type { Exchange } from './fixtures.js';

const redirectUri = 'https://builder.example/api/integrations/oauth/callback';

/** What a mode's token service does otherwise than its fixture says; all comparisons of requests are made by `expect`. */
export async function grantFaults(
  stage: ConnectorStage,
  mode: AuthMode,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<string[]> {
  const { grant } = mode;
  if (!grant) return [];
  const fixture = await stage.fixtures.grant(mode.key);
  const application = { clientId, clientSecret: new Secret(clientSecret) };
  const [values, tokens, faults] = [await stage.values(mode), await stage.tokens(), new Array<string>()];
  const given = (part: 'obtain' | 'redeem' | 'renew' | 'revoke', exists: boolean): Exchange[] => {
    const exchanges = fixture[part];
    if (exists !== (exchanges !== undefined)) faults.push(`fixtures/grant.${mode.key}.json: ${part}`);
    return exists && exchanges ? exchanges : [];
  };
  const play = async (exchanges: Exchange[], ask: () => Promise<AccessGrant | null | undefined>) => {
    if (exchanges.length === 0) return;
    stage.playExchanges(exchanges);
    const result = await ask();
    stage.expectExchanges(exchanges);
    if (result?.accessToken.reveal() === '') faults.push('an empty token');
    if (result && fixture.facts) expect(result.facts).toEqual(fixture.facts);
  };
  const { authorization, obtain, renew, revoke } = grant;
  await play(given('obtain', obtain !== undefined), async () => obtain?.(tokens, values));
  await play(given('redeem', authorization !== undefined), async () =>
    authorization?.redeem(tokens, application, { values, code: 'c0de', codeVerifier: 'verifier', redirectUri }),
  );
  const old = {
    accessToken: new Secret(stage.secrets.get('accessToken') ?? ''),
    refreshToken: new Secret(stage.secrets.get('refreshToken') ?? ''),
    facts: fixture.facts,
  };
  const renewal = { values, grant: old, application };
  await play(given('renew', renew !== undefined), async () => renew?.(tokens, renewal));
  await play(given('revoke', revoke !== undefined), async () => {
    await revoke?.(tokens, renewal);
    return undefined;
  });
  if (authorization) {
    const start = { clientId, redirectUri, state: 'st4te', codeChallenge: 'challenge' };
    const url = authorization.url(values, start);
    if (url.searchParams.get('state') !== 'st4te') faults.push('the state is not sent');
    url.searchParams.delete('state');
    url.searchParams.delete('code_challenge');
    expect(url.href).toBe(new URL(fixture.authorizeUrl ?? 'https://missing.example').href);
  }
  return faults;
}
