import { Secret } from '../../../kernel/config/index.js';
import { InvalidInput } from '../../../kernel/errors/index.js';
import { CredentialRejected, UpstreamRefused, UpstreamUnavailable } from '../../../kernel/http/index.js';
import type { TokenRequest, TokenService } from '../../core/access-grant.js';
import { CredentialValues } from '../../core/credential-values.js';
import { appSecretProof, provenBearer } from '../../families/meta/app-secret-proof.js';
import { pastedFacebookToken } from './facebook-login-grant.js';
import { instagramAuth } from './instagram.auth.js';
import { pastedInstagramToken } from './instagram-login-grant.js';

const now = new Date('2026-11-21T12:00:00Z');
const facts = { target: 'instagram', method: 'GET', url: 'https://graph.instagram.com', attempts: 1, status: 400 };
const [, systemUser] = instagramAuth;

class Answers implements TokenService {
  readonly asked: TokenRequest<unknown>[] = [];

  constructor(private readonly answers: unknown[]) {}

  async ask<T>(request: TokenRequest<T>): Promise<T> {
    this.asked.push(request);
    const answer = this.answers.shift();
    if (answer instanceof Error) throw answer;
    if ('accept' in request.reply) throw new Error('JSON only.');
    return request.reply.parse(answer);
  }

  now(): Date {
    return now;
  }
}

function entered(values: Record<string, string | Secret>): CredentialValues {
  return new CredentialValues(systemUser.fields, new Map(Object.entries(values)));
}

describe('a pasted Instagram token', () => {
  const source = pastedInstagramToken('accessToken');
  const values = entered({ accessToken: new Secret('IGyoung') });
  const me = { user_id: '17841400000000001' };

  it('that is too young to be renewed is taken as it is, with nearly its whole life', async () => {
    const grant = await source.obtain?.(new Answers([new UpstreamRefused(facts, ''), me]), values);
    expect(grant?.accessToken.reveal()).toBe('IGyoung');
    expect(grant?.expiresAt).toEqual(new Date('2027-01-19T12:00:00Z'));
  });

  it('that is refused altogether is told to be', async () => {
    const refusal = new CredentialRejected(facts);
    await expect(source.obtain?.(new Answers([refusal, refusal]), values)).rejects.toBe(refusal);
  });

  it('is not given up because Instagram is away', async () => {
    const away = new UpstreamUnavailable('FAILED', facts);
    const service = new Answers([away]);
    await expect(source.obtain?.(service, values)).rejects.toBe(away);
    expect(service.asked).toHaveLength(1);
  });
});

describe('a pasted Facebook token', () => {
  const source = pastedFacebookToken('accessToken');
  const accessToken = new Secret('EAAsystem');
  const linked = (...ids: string[]) => ({ data: ids.map((id) => ({ instagram_business_account: { id } })) });

  it('that reaches several accounts needs one to be named, and takes the named one', async () => {
    const several = linked('17841400000000001', '17841400000000002');
    await expect(source.obtain?.(new Answers([several]), entered({ accessToken }))).rejects.toThrow(InvalidInput);
    const named = entered({ accessToken, igUserId: '17841400000000002' });
    expect((await source.obtain?.(new Answers([several]), named))?.facts).toEqual({ login: 'facebook' });
  });

  it('that reaches no account says so', async () => {
    const nothing = { data: [{ instagram_business_account: null }] };
    await expect(source.obtain?.(new Answers([nothing]), entered({ accessToken }))).rejects.toThrow(/no Page/);
  });

  it('proves the application’s secret where that is asked for', async () => {
    const appSecret = new Secret('0123456789abcdef0123456789abcdef');
    const service = new Answers([new UpstreamRefused(facts, ''), linked('17841400000000001')]);
    const grant = await source.obtain?.(service, entered({ accessToken, appSecret }));
    expect(grant?.facts).toEqual({ login: 'facebook', igUserId: '17841400000000001' });
    expect(service.asked[0]?.query).not.toHaveProperty('appsecret_proof');
    expect(textOf(service.asked[1]?.query?.appsecret_proof)).toBe(appSecretProof(accessToken, appSecret).reveal());
  });

  it('signs requests with that proof where the secret was entered', () => {
    const sign = provenBearer('appSecret');
    const request = { method: 'GET', url: new URL(facts.url), form: undefined, now };
    // RFC 4231, section 4.3: https://www.rfc-editor.org/rfc/rfc4231#section-4.3
    const values = entered({ accessToken, appSecret: new Secret('Jefe') });
    const proof = sign(values, { accessToken: new Secret('what do ya want for nothing?') }, request).query
      ?.appsecret_proof;
    expect(textOf(proof)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    expect(sign(entered({ accessToken }), { accessToken }, request).query).toBeUndefined();
  });
});

function textOf(value: unknown): unknown {
  return value instanceof Secret ? value.reveal() : value;
}
