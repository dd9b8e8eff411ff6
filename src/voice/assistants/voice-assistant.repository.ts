import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';
import { searchPatterns } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import type { Position } from '../../kernel/graphql/index.js';
import { VoiceAssistant } from './voice-assistant.entity.js';

/** Words to look for in names and numbers, and the clients whose names hold them. */
export interface AssistantSearch {
  words: string;
  clientIds: readonly string[];
}

export interface AssistantQuery {
  search: AssistantSearch | undefined;
  after: Position | null;
  limit: number;
}

/** An assistant and where it stands in the list, to the microsecond. */
export interface ListedAssistant {
  assistant: VoiceAssistant;
  position: string;
}

/** Which workspace and which assistant a platform's id belongs to. */
export interface OwnerRow extends Record<string, unknown> {
  id: string;
  workspace_id: string;
  vapi_assistant_id: string | null;
  vapi_phone_number_id: string | null;
}

interface PositionRow extends Record<string, unknown> {
  id: string;
  position: string;
}

@Injectable()
export class VoiceAssistantRepository {
  /** Newest first; deleted ones are not listed. */
  async findPage(ctx: RequestContext, { search, after, limit }: AssistantQuery): Promise<ListedAssistant[]> {
    const { conditions, values, bind } = matching(ctx, search);
    if (after) conditions.push(`(created_at, id) < (${bind(after.key)}::timestamptz, ${bind(after.id)}::uuid)`);
    const positions = await sql<PositionRow>(
      ctx,
      `SELECT id, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS position
       FROM voice_assistants WHERE ${conditions.join(' AND ')}
       ORDER BY created_at DESC, id DESC LIMIT ${bind(limit)}`,
      values,
    );
    const assistants = await this.findByIds(
      ctx,
      positions.map(({ id }) => id),
    );
    const byId = new Map(assistants.map((assistant) => [assistant.id, assistant]));
    return positions.flatMap(({ id, position }) => {
      const assistant = byId.get(id);
      return assistant ? [{ assistant, position }] : [];
    });
  }

  async count(ctx: RequestContext, search: AssistantSearch | undefined): Promise<number> {
    const { conditions, values } = matching(ctx, search);
    const [row] = await sql<{ count: number }>(
      ctx,
      `SELECT count(*)::int AS count FROM voice_assistants WHERE ${conditions.join(' AND ')}`,
      values,
    );
    return row?.count ?? 0;
  }

  /** A deleted one is found too: its calls still name it. */
  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<VoiceAssistant[]> {
    return managerOf(ctx).findBy(VoiceAssistant, { ...visible(ctx), id: In([...ids]) });
  }

  findActive(ctx: RequestContext, id: string): Promise<VoiceAssistant | null> {
    return managerOf(ctx).findOneBy(VoiceAssistant, { ...visible(ctx), id, deletedAt: IsNull() });
  }

  /** Declared otherwise since then, or looked after by provisioning; deleted ones are left out. */
  findChangedSince(ctx: RequestContext, since: Date): Promise<VoiceAssistant[]> {
    const living = { ...visible(ctx), deletedAt: IsNull() };
    const where = [
      { ...living, updatedAt: MoreThanOrEqual(since) },
      { ...living, syncAt: MoreThanOrEqual(since) },
    ];
    return managerOf(ctx).find(VoiceAssistant, { where, take: 500 });
  }

  /** Like `findActive`, and holds the row until the end of the unit of work. */
  lock(ctx: RequestContext, id: string): Promise<VoiceAssistant | null> {
    return managerOf(ctx).findOne(VoiceAssistant, {
      where: { workspaceId: ctx.workspaceId, id, deletedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  save(ctx: RequestContext, assistant: VoiceAssistant): Promise<VoiceAssistant> {
    return managerOf(ctx).save(assistant);
  }

  /** Needs access `intake`: which workspace an event belongs to is what it finds out. A living assistant comes first. */
  findOwnersAcrossTenants(
    ctx: RequestContext,
    vapiAssistantIds: readonly string[],
    vapiPhoneNumberIds: readonly string[],
  ): Promise<OwnerRow[]> {
    return sql<OwnerRow>(
      ctx,
      {
        name: 'assistants-owners',
        text: `SELECT id, workspace_id, vapi_assistant_id, vapi_phone_number_id FROM (
            SELECT id, workspace_id, vapi_assistant_id, vapi_phone_number_id,
              CASE WHEN deleted_at IS NULL THEN 1 ELSE 3 END AS rank FROM voice_assistants
            WHERE vapi_assistant_id = ANY($1::text[]) OR vapi_phone_number_id = ANY($2::text[])
            UNION ALL
            SELECT assistant_id, workspace_id, NULL, vapi_phone_number_id,
              CASE status WHEN 'ACTIVE' THEN 0 ELSE 2 END FROM phone_lines
            WHERE vapi_phone_number_id = ANY($2::text[]) AND assistant_id IS NOT NULL) owners
          ORDER BY rank, id DESC`,
      },
      [[...vapiAssistantIds], [...vapiPhoneNumberIds]],
    );
  }
}

/** A platform ADMIN outside any workspace reads those of all. */
function visible(ctx: RequestContext): { workspaceId?: string } {
  return ctx.access === 'admin' ? {} : { workspaceId: ctx.workspaceId };
}

function matching(ctx: RequestContext, search: AssistantSearch | undefined) {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['deleted_at IS NULL'];
  if (ctx.access !== 'admin') conditions.push(`workspace_id = ${bind(ctx.workspaceId)}`);
  const patterns = searchPatterns(search?.words);
  if (search && patterns) {
    const number = patterns.digits === null ? 'false' : `phone_number LIKE ${bind(patterns.digits)}`;
    conditions.push(`(fold_text(name) LIKE fold_text(${bind(patterns.text)}) OR ${number}
      OR client_id = ANY(${bind([...search.clientIds])}::uuid[]))`);
  }
  return { conditions, values, bind };
}
