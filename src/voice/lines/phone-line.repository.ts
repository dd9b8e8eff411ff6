import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, workspaceOf } from '../../kernel/database/index.js';
import type { LineRoute, PhoneLine } from './phone-line.js';

const columns = `id, workspace_id AS "workspaceId", number, provider, account_id AS "accountId", origin, status,
  twilio_sid AS "twilioSid", vapi_phone_number_id AS "vapiPhoneNumberId", assistant_id AS "assistantId",
  routed_to AS "routedTo", previous_settings AS "previousSettings", created_at AS "createdAt"`;
const visible = '($1::uuid IS NULL OR workspace_id = $1)';
const own = 'workspace_id = $1 AND id = $2';

const insert = {
  name: 'phone-lines-insert',
  text: `INSERT INTO phone_lines (workspace_id, id, number, account_id, origin, status, twilio_sid, previous_settings, lease_until)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (number) WHERE status <> 'RELEASED' DO NOTHING RETURNING ${columns}`,
};
const claim = {
  name: 'phone-lines-claim',
  text: `UPDATE phone_lines SET lease_until = now() + make_interval(secs => $3)
    WHERE ${own} AND status <> 'RELEASED' AND (lease_until IS NULL OR lease_until < now()) RETURNING ${columns}`,
};
const routed = {
  name: 'phone-lines-routed',
  text: `UPDATE phone_lines SET assistant_id = $3, routed_to = $4, vapi_phone_number_id = $5, updated_at = now()
    WHERE ${own} RETURNING ${columns}`,
};
/** The first line's number is the assistant's; without lines, a number that only stands there is left alone. */
const followNumber = {
  name: 'phone-lines-follow',
  text: `UPDATE voice_assistants a SET
      phone_number = CASE WHEN l.number IS NOT NULL THEN l.number WHEN a.phone_number = $3 THEN NULL ELSE a.phone_number END,
      vapi_phone_number_id = CASE WHEN l.number IS NOT NULL OR a.phone_number = $3 THEN l.vapi ELSE a.vapi_phone_number_id END
    FROM (SELECT $2::uuid AS id) wanted LEFT JOIN LATERAL (
      SELECT number, vapi_phone_number_id AS vapi FROM phone_lines
      WHERE workspace_id = $1 AND assistant_id = wanted.id AND status = 'ACTIVE' ORDER BY created_at, id LIMIT 1) l ON true
    WHERE a.workspace_id = $1 AND a.id = wanted.id`,
};

export interface NewLine extends Pick<
  PhoneLine,
  'id' | 'number' | 'accountId' | 'origin' | 'status' | 'twilioSid' | 'previousSettings'
> {
  /** Of whoever makes it, where that takes time. */
  leaseUntil: Date | null;
}

export interface Routing {
  assistantId: string | null;
  routedTo: LineRoute | null;
  vapiPhoneNumberId: string | null;
}

@Injectable()
export class PhoneLineRepository {
  /** Those that are not released, oldest first. */
  list(ctx: RequestContext): Promise<PhoneLine[]> {
    const text = `SELECT ${columns} FROM phone_lines WHERE ${visible} AND status <> 'RELEASED' ORDER BY created_at, id LIMIT 1000`;
    return sql<PhoneLine>(ctx, { name: 'phone-lines-list', text }, [workspaceOf(ctx)]);
  }

  async find(ctx: RequestContext, id: string): Promise<PhoneLine | null> {
    const text = `SELECT ${columns} FROM phone_lines WHERE ${visible} AND id = $2`;
    return first(await sql<PhoneLine>(ctx, { name: 'phone-lines-find', text }, [workspaceOf(ctx), id]));
  }

  /** One that is not released. */
  async findByNumber(ctx: RequestContext, number: string): Promise<PhoneLine | null> {
    const text = `SELECT ${columns} FROM phone_lines WHERE workspace_id = $1 AND number = $2 AND status <> 'RELEASED'`;
    return first(await sql<PhoneLine>(ctx, { name: 'phone-lines-by-number', text }, [ctx.workspaceId, number]));
  }

  /** Of an assistant, oldest first. */
  ofAssistant(ctx: RequestContext, assistantId: string): Promise<PhoneLine[]> {
    const text = `SELECT ${columns} FROM phone_lines WHERE workspace_id = $1 AND assistant_id = $2 AND status = 'ACTIVE'
      ORDER BY created_at, id`;
    return sql<PhoneLine>(ctx, { name: 'phone-lines-of-assistant', text }, [ctx.workspaceId, assistantId]);
  }

  /** Null where somebody has the number, of whatever workspace. */
  async insert(ctx: RequestContext, line: NewLine): Promise<PhoneLine | null> {
    const { id, number, accountId, origin, status, twilioSid, previousSettings, leaseUntil } = line;
    const settings = previousSettings && JSON.stringify(previousSettings);
    const values = [ctx.workspaceId, id, number, accountId, origin, status, twilioSid, settings, leaseUntil];
    return first(await sql<PhoneLine>(ctx, insert, values));
  }

  /** Null where somebody else works on it, or it is released. */
  async claim(ctx: RequestContext, id: string, seconds: number): Promise<PhoneLine | null> {
    return first(await sql<PhoneLine>(ctx, claim, [ctx.workspaceId, id, seconds]));
  }

  async letGo(ctx: RequestContext, id: string): Promise<void> {
    await sql(ctx, `UPDATE phone_lines SET lease_until = NULL WHERE ${own}`, [ctx.workspaceId, id]);
  }

  async route(ctx: RequestContext, id: string, routing: Routing): Promise<PhoneLine | null> {
    const { assistantId, routedTo, vapiPhoneNumberId } = routing;
    return first(await sql<PhoneLine>(ctx, routed, [ctx.workspaceId, id, assistantId, routedTo, vapiPhoneNumberId]));
  }

  /** The purchase has been made. */
  async activate(
    ctx: RequestContext,
    id: string,
    { twilioSid, previousSettings }: Pick<PhoneLine, 'twilioSid' | 'previousSettings'>,
  ): Promise<PhoneLine | null> {
    const text = `UPDATE phone_lines SET status = 'ACTIVE', twilio_sid = $3, previous_settings = $4, updated_at = now()
      WHERE ${own} RETURNING ${columns}`;
    const values = [ctx.workspaceId, id, twilioSid, previousSettings && JSON.stringify(previousSettings)];
    return first(await sql<PhoneLine>(ctx, { name: 'phone-lines-activate', text }, values));
  }

  async release(ctx: RequestContext, id: string): Promise<void> {
    const text = `UPDATE phone_lines SET status = 'RELEASED', assistant_id = NULL, routed_to = NULL, lease_until = NULL,
      released_at = now(), updated_at = now() WHERE ${own}`;
    await sql(ctx, { name: 'phone-lines-release', text }, [ctx.workspaceId, id]);
  }

  /** @param number The one that has come or gone. */
  async followNumber(ctx: RequestContext, assistantId: string, number: string): Promise<void> {
    await sql(ctx, followNumber, [ctx.workspaceId, assistantId, number]);
  }

  /** Needs access `intake`: which workspace a call belongs to is what it finds out. */
  async findOwnerAcrossTenants(ctx: RequestContext, number: string): Promise<LineOwner | null> {
    const text = `SELECT id, workspace_id AS "workspaceId", assistant_id AS "assistantId", account_id AS "accountId"
      FROM phone_lines WHERE number = $1 AND status = 'ACTIVE'`;
    return first(await sql<LineOwner>(ctx, { name: 'phone-lines-owner', text }, [number]));
  }
}

/** Whose a number is, and who answers it. */
export interface LineOwner {
  id: string;
  workspaceId: string;
  assistantId: string | null;
  /** The Twilio account: of a connection, or `deployment`. */
  accountId: string;
}

function first<T>([row]: readonly T[]): T | null {
  return row ?? null;
}
