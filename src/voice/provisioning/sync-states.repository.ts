import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import type {
  AssistantDifference,
  CallRoute,
  SyncState,
  VoiceAssistant,
} from '../assistants/voice-assistant.entity.js';
import type { VapiBelongings } from '../providers/vapi/provisioning/plan-assistant.js';

/** What has come of looking after an assistant. */
export interface Settlement {
  state: SyncState;
  /** For its owner; null where all is well. */
  error?: string | null;
  drift?: readonly AssistantDifference[] | null;
}

/** What stands at Vapi, whatever has been declared here meanwhile. */
export interface Standing {
  vapiAssistantId: string;
  belongings: VapiBelongings;
}

/** An assistant that provisioning has work with. */
export interface UnsettledAssistant extends Record<string, unknown> {
  id: string;
  workspaceId: string;
  route: CallRoute;
}

// An assistant that was declared otherwise meanwhile has a job of its own to come.
const settle = {
  name: 'assistant-sync-settle',
  text: `UPDATE voice_assistants SET sync_state = $4, sync_error = $5, drift = $6, sync_at = now()
    WHERE workspace_id = $1 AND id = $2 AND date_trunc('milliseconds', updated_at) = $3
      AND (sync_state, coalesce(sync_error, ''), coalesce(drift, 'null')) IS DISTINCT FROM ($4, coalesce($5, ''), coalesce($6, 'null'::jsonb))
    RETURNING id`,
};
const stand = {
  name: 'assistant-sync-stand',
  text: `UPDATE voice_assistants SET vapi_assistant_id = $3, vapi_belongings = $4, sync_at = now()
    WHERE workspace_id = $1 AND id = $2
      AND (vapi_assistant_id, vapi_belongings) IS DISTINCT FROM ($3, $4::jsonb)
    RETURNING id`,
};
const wait = {
  name: 'assistant-sync-wait',
  text: `UPDATE voice_assistants SET sync_state = 'PENDING', sync_error = NULL, sync_at = now()
    WHERE workspace_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING id`,
};
const pending = {
  name: 'assistants-pending',
  text: `SELECT id FROM voice_assistants WHERE workspace_id = $1 AND sync_state = 'PENDING' ORDER BY id LIMIT 500`,
};
const unsettled = {
  name: 'assistants-unsettled',
  text: `SELECT id, workspace_id AS "workspaceId", route FROM voice_assistants
    WHERE sync_state = 'PENDING' AND updated_at < now() - interval '1 minute' ORDER BY id LIMIT 1000`,
};
const kept = {
  name: 'assistants-kept-at-vapi',
  text: `SELECT DISTINCT workspace_id AS "workspaceId" FROM voice_assistants
    WHERE route = 'VAPI' AND sync_state IN ('SYNCED', 'DRIFTED') AND vapi_assistant_id IS NOT NULL AND deleted_at IS NULL`,
};
const comparable = {
  name: 'assistants-comparable',
  text: `SELECT id FROM voice_assistants
    WHERE workspace_id = $1 AND route = 'VAPI' AND sync_state IN ('SYNCED', 'DRIFTED') AND vapi_assistant_id IS NOT NULL
      AND deleted_at IS NULL ORDER BY id LIMIT 1000`,
};

interface Row extends Record<string, unknown> {
  id: string;
}

/** What provisioning keeps of assistants beside what their owners decide. */
@Injectable()
export class SyncStates {
  /** @returns whether anything has changed: not where it has been declared otherwise since it was read. */
  async settle(
    tx: RequestContext,
    { id, updatedAt }: Pick<VoiceAssistant, 'id' | 'updatedAt'>,
    { state, error = null, drift = null }: Settlement,
  ): Promise<boolean> {
    const difference = drift === null ? null : JSON.stringify(drift);
    return (await sql<Row>(tx, settle, [tx.workspaceId, id, updatedAt, state, error, difference])).length > 0;
  }

  async stand(tx: RequestContext, id: string, { vapiAssistantId, belongings }: Standing): Promise<void> {
    await sql<Row>(tx, stand, [tx.workspaceId, id, vapiAssistantId, JSON.stringify(belongings)]);
  }

  /** @returns false for one that is deleted or another workspace's. */
  async wait(tx: RequestContext, id: string): Promise<boolean> {
    return (await sql<Row>(tx, wait, [tx.workspaceId, id])).length > 0;
  }

  /** Deleted ones too, as long as they may stand at Vapi. */
  async findPending(tx: RequestContext): Promise<string[]> {
    return (await sql<Row>(tx, pending, [tx.workspaceId])).map(({ id }) => id);
  }

  /** Those that are to be as they are declared here. */
  async findComparable(tx: RequestContext): Promise<string[]> {
    return (await sql<Row>(tx, comparable, [tx.workspaceId])).map(({ id }) => id);
  }

  /** Needs access `intake`: pending for so long that their jobs are lost, or given up. */
  findUnsettledAcrossTenants(tx: RequestContext): Promise<UnsettledAssistant[]> {
    return sql<UnsettledAssistant>(tx, unsettled);
  }

  /** Needs access `intake`: who has assistants at Vapi. */
  async findWorkspacesAcrossTenants(tx: RequestContext): Promise<string[]> {
    return (await sql<{ workspaceId: string }>(tx, kept)).map(({ workspaceId }) => workspaceId);
  }
}
