import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { RightsMissing } from '../../../kernel/http/index.js';
import type { VendorClient, VendorRequest } from '../../core/vendor-client.js';
import { appSecretProof } from '../../families/meta/app-secret-proof.js';
import { facebookGraph } from '../../families/meta/graph.js';

/** Shared by all who read the Page. */
export const pageTokenReply = z.object({ id: z.string(), access_token: z.string().min(1).nullish() });

const meReply = z.object({ id: z.string() });

/** What a token lacks that leads to no token of the Page. */
export const actingRights = ['pages_show_list', 'pages_manage_posts'];

type PageRequest<T> = Pick<VendorRequest<T>, 'base' | 'query' | 'json' | 'reply'>;

/** The Graph API as the Page itself. */
export interface PageClient {
  get<T>(path: string, request: PageRequest<T>): Promise<T>;
  post<T>(path: string, request: PageRequest<T>): Promise<T>;
  delete<T>(path: string, request: PageRequest<T>): Promise<T>;
}

/**
 * Posts, comments and numbers of a Page take the Page's own token, which a person's or a system user's one leads to:
 * https://developers.facebook.com/docs/pages-api/overview#page-access-tokens
 *
 * @throws RightsMissing for a token that may not act for the Page: what it wrote would be in another's name.
 */
export async function asPage(client: VendorClient): Promise<PageClient> {
  const { id, access_token: text } = await client.get('/', {
    base: 'page',
    query: { fields: 'access_token' },
    reply: pageTokenReply,
  });
  if (text == null) {
    if (await isOwnToken(client, id)) return client;
    throw new RightsMissing(
      { target: 'facebook', title: 'Facebook', method: 'GET', url: `${facebookGraph}/me`, attempts: 1 },
      { missing: actingRights },
    );
  }
  const token = new Secret(text);
  const appSecret = client.secret('clientSecret');
  const proof = appSecret && { appsecret_proof: appSecretProof(token, appSecret) };
  const signed = <T>(request: PageRequest<T>): VendorRequest<T> => ({
    ...request,
    // In place of the connection's own signature, whose proof fits its own token only.
    anonymous: true,
    headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
    query: { ...request.query, ...proof },
  });
  return {
    get: (path, request) => client.get(path, signed(request)),
    post: (path, request) => client.post(path, signed(request)),
    delete: (path, request) => client.delete(path, signed(request)),
  };
}

/** A Page's own token leads to no other. */
export async function isOwnToken(client: VendorClient, pageId: string): Promise<boolean> {
  const { id } = await client.get('/me', { query: { fields: 'id,name' }, reply: meReply });
  return id === pageId;
}
