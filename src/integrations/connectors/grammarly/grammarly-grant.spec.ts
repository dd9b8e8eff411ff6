import { Secret } from '../../../kernel/config/index.js';
import { CredentialRejected, RightsMissing } from '../../../kernel/http/index.js';
import type { TokenRequest, TokenService } from '../../core/access-grant.js';
import { CredentialValues } from '../../core/credential-values.js';
import { grammarlyGrant } from './grammarly-grant.js';
import { grammarly } from './grammarly.connector.js';

const facts = { target: 'grammarly', method: 'POST', url: 'https://auth.grammarly.com', attempts: 1, status: 400 };
const noScope = new RightsMissing(facts, { code: 'invalid_scope' });
const token = { access_token: 'token', token_type: 'bearer', expires_in: 3600 };

class Answers implements TokenService {
  readonly scopes: unknown[] = [];

  constructor(private readonly answers: unknown[]) {}

  async ask<T>(request: TokenRequest<T>): Promise<T> {
    this.scopes.push(request.form?.scope);
    const answer = this.answers.shift();
    if (answer instanceof Error) throw answer;
    if ('accept' in request.reply) throw new Error('JSON only.');
    return request.reply.parse(answer);
  }

  now(): Date {
    return new Date('2026-11-21T12:00:00Z');
  }
}

const values = new CredentialValues(
  grammarly.auth[0].fields,
  new Map<string, string | Secret>([
    ['clientId', 'gr-1'],
    ['clientSecret', new Secret('s')],
    ['apis', 'scores,analytics'],
  ]),
);
const scopes = ['scores-api:read', 'scores-api:write', 'analytics-api:read'];

describe('a token of Grammarly', () => {
  it('is asked for with the scopes of the ticked APIs only', async () => {
    const answers = new Answers([token]);
    const grant = await grammarlyGrant().obtain?.(answers, values);
    expect(grant?.accessToken.reveal()).toBe('token');
    expect(answers.scopes).toEqual([scopes.join(', ')]);
  });

  it('is asked for with spaces where commas are refused', async () => {
    const answers = new Answers([noScope, token]);
    await grammarlyGrant().obtain?.(answers, values);
    expect(answers.scopes).toEqual([scopes.join(', '), scopes.join(' ')]);
  });

  it('is not asked for twice with a secret that is refused', async () => {
    const refusal = new CredentialRejected(facts, { code: 'invalid_client' });
    const answers = new Answers([refusal, token]);
    await expect(grammarlyGrant().obtain?.(answers, values)).rejects.toBe(refusal);
    expect(answers.scopes).toHaveLength(1);
  });
});
