import type { DescribedReply } from '../described-operation.js';
import { isJson, type Json, membersOf } from '../schemas/api-document.js';
import { toldMembers, withoutTold } from '../schemas/told-members.js';
import { isJsonType, mediaTypeOf } from './headers.js';
import type { OpenapiParts } from './openapi-parts.js';

/** The answers that an operation describes. */
export class OpenapiReplies {
  private readonly byStatus: ReadonlyMap<string, Json>;

  constructor(
    private readonly parts: OpenapiParts,
    responses: unknown,
  ) {
    this.byStatus = new Map(membersOf(responses).map(([status, response]) => [status.toUpperCase(), response]));
  }

  sample(): DescribedReply | null {
    const described = this.successes()
      .map(([status, response]) => ({ status, media: preferred(this.parts.document.resolve(response).content) }))
      .find(({ media }) => media !== null);
    if (!described?.media) return null;
    const { status, media } = described;
    const value = this.parts.sampler.ofMedia(media.description, isJsonType(media.type));
    if (value === undefined) return null;
    const body = isJsonType(media.type) || typeof value !== 'string' ? JSON.stringify(value) : value;
    return { status: /^\d+$/.test(status) ? Number(status) : 200, contentType: media.type, body };
  }

  problems(status: number, body: unknown): string[] {
    const text = String(status);
    const response =
      this.byStatus.get(text) ?? this.byStatus.get(`${text.slice(0, 1)}XX`) ?? this.byStatus.get('DEFAULT');
    if (!response) return this.undescribed(status);
    const media = preferred(this.parts.document.resolve(response).content);
    if (!media || !isJsonType(media.type) || !isJson(media.description.schema)) return [];
    const problems = this.parts.replies.problems(media.description.schema, body, 'body');
    return withoutTold(problems, 'body', () => toldMembers(this.parts.document, media.description));
  }

  /** Vendors seldom list all errors; of successes they list those there are. */
  private undescribed(status: number): string[] {
    const known = this.successes().map(([key]) => key);
    const isSuccess = status >= 200 && status < 300;
    return isSuccess && known.length > 0 ? [`status ${status} is not described: ${known.join(', ')} is`] : [];
  }

  /** The likeliest first. */
  private successes(): [string, Json][] {
    const order = ['200', '201', '202', '204'];
    const rank = (status: string) => (order.includes(status) ? order.indexOf(status) : order.length);
    const found = [...this.byStatus].filter(([status]) => status.startsWith('2'));
    const fallback = [...this.byStatus].filter(([status]) => status === 'DEFAULT');
    return found.length > 0 ? found.sort(([one], [other]) => rank(one) - rank(other)) : fallback;
  }
}

/** JSON where there is a choice. */
function preferred(content: unknown): { type: string; description: Json } | null {
  const media = membersOf(content).map(([type, description]) => ({
    type: type.includes('*') ? 'application/json' : mediaTypeOf(type),
    description,
  }));
  return (
    media.find(({ type }) => isJsonType(type)) ?? media.find(({ type }) => type.startsWith('text/')) ?? media[0] ?? null
  );
}
