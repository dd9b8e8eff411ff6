/** One workspace's pending events, handed to one job. */
export interface Claim {
  workspaceId: string;
  claimId: string;
  eventIds: string[];
  /** The trace of the request that brought the first of them. */
  traceparent: string | null;
}

/** Rows of one claim at most. */
export const largestClaim = 200;

/** An event that was handed out this often without ever being finished or failed may kill its worker: it travels alone. */
const suspectAfter = 3;

/**
 * Claims pending events fairly: a loose index scan finds the workspaces that have some (from `$2` on, so that the first
 * one changes), and each gives at most 200; one whose events others hold comes back with none.
 *
 * A call's events travel together, the call that waits longest first, and a call that is being worked on waits until that
 * is done: claims that share calls would wait for each other's rows, and four of them were slower than one
 * (docs/performance.md).
 *
 * `$1` lease in seconds, `$2` workspace to begin after, `$3` claims at most.
 */
export const claimRows = {
  name: 'relay-claim',
  text: `
WITH RECURSIVE tenants AS (
  (SELECT workspace_id, 1 AS turn FROM webhook_pending WHERE workspace_id > $2::uuid ORDER BY workspace_id LIMIT 1)
  UNION ALL
  SELECT next.workspace_id, tenants.turn + 1 FROM tenants CROSS JOIN LATERAL (
    SELECT workspace_id FROM webhook_pending WHERE workspace_id > tenants.workspace_id ORDER BY workspace_id LIMIT 1
  ) next WHERE tenants.turn < $3::int
), claims AS MATERIALIZED (
  SELECT workspace_id, gen_random_uuid() AS claim_id FROM tenants
), picked AS MATERIALIZED (
  SELECT rows.event_id, claims.workspace_id, claims.claim_id FROM claims CROSS JOIN LATERAL (
    SELECT pending.event_id FROM (
      SELECT waiting.call_key, waiting.ids, EXISTS (
        SELECT FROM webhook_pending p WHERE p.workspace_id = claims.workspace_id AND p.call_key = waiting.call_key
          AND p.claimed_until > now()
      ) AS busy
      FROM (
        SELECT oldest.call_key, array_agg(oldest.event_id) AS ids FROM (
          SELECT event_id, call_key FROM webhook_pending p
          WHERE p.workspace_id = claims.workspace_id AND p.claimed_until <= now() AND p.claims < ${suspectAfter}
          ORDER BY p.event_id LIMIT ${2 * largestClaim}
        ) oldest GROUP BY oldest.call_key ORDER BY (min(oldest.event_id::text))
      ) waiting
    ) calls CROSS JOIN LATERAL (
      SELECT event_id FROM (
        SELECT event_id FROM webhook_pending p
        WHERE NOT calls.busy AND p.workspace_id = claims.workspace_id AND p.call_key = calls.call_key
          AND p.claimed_until <= now() AND p.claims < ${suspectAfter}
        FOR UPDATE SKIP LOCKED
      ) of_call
      UNION ALL
      SELECT event_id FROM (
        SELECT event_id FROM webhook_pending p
        WHERE calls.call_key IS NULL AND p.workspace_id = claims.workspace_id AND p.event_id = ANY (calls.ids)
          AND p.claimed_until <= now()
        FOR UPDATE SKIP LOCKED
      ) of_none
    ) pending LIMIT ${largestClaim}
  ) rows
), claimed AS (
  UPDATE webhook_pending p
  SET claim_id = picked.claim_id, claims = p.claims + 1, claimed_until = now() + make_interval(secs => $1::int)
  FROM picked WHERE p.workspace_id = picked.workspace_id AND p.event_id = picked.event_id
  RETURNING p.workspace_id, p.claim_id, p.event_id
)
SELECT claims.workspace_id AS "workspaceId", claims.claim_id AS "claimId", coalesce(handed.ids, '{}')::text[] AS "eventIds",
  (SELECT e.traceparent FROM webhook_events e WHERE e.workspace_id = claims.workspace_id AND e.id = handed.ids[1]) AS traceparent
FROM claims LEFT JOIN (
  SELECT claim_id, array_agg(event_id ORDER BY event_id) AS ids FROM claimed GROUP BY claim_id
) handed USING (claim_id)
ORDER BY claims.workspace_id`,
};

/** The same for one event that has never been finished by whoever took it. */
export const claimSuspect = {
  name: 'relay-claim-suspect',
  text: `
UPDATE webhook_pending p
SET claim_id = gen_random_uuid(), claims = p.claims + 1, claimed_until = now() + make_interval(secs => $1::int)
FROM (
  SELECT workspace_id, event_id FROM webhook_pending WHERE claimed_until <= now() AND claims >= ${suspectAfter}
  ORDER BY claimed_until LIMIT 1 FOR UPDATE SKIP LOCKED
) suspect WHERE p.workspace_id = suspect.workspace_id AND p.event_id = suspect.event_id
RETURNING p.workspace_id AS "workspaceId", p.claim_id AS "claimId", ARRAY[p.event_id::text] AS "eventIds",
  (SELECT e.traceparent FROM webhook_events e WHERE e.workspace_id = p.workspace_id AND e.id = p.event_id) AS traceparent`,
};

/** Failed events whose time has come are pending again, at the place of their arrival. */
export const wakeRetries = {
  name: 'relay-wake-retries',
  text: `
WITH due AS (
  SELECT workspace_id, id FROM webhook_events WHERE retry_at <= now() ORDER BY retry_at LIMIT ${largestClaim}
  FOR UPDATE SKIP LOCKED
), woken AS (
  UPDATE webhook_events e SET retry_at = NULL FROM due WHERE e.workspace_id = due.workspace_id AND e.id = due.id
  RETURNING e.workspace_id, e.id, e.call_key
)
INSERT INTO webhook_pending (workspace_id, event_id, call_key) SELECT workspace_id, id, call_key FROM woken
ON CONFLICT DO NOTHING`,
};

/** Gives up on events that no worker ever came back from. `$1` claims after which. */
export const buryUnfinished = {
  name: 'relay-bury',
  text: `
WITH buried AS (
  DELETE FROM webhook_pending WHERE claimed_until <= now() AND claims >= $1::int RETURNING workspace_id, event_id
)
UPDATE webhook_events e SET status = 'DEAD', error = 'No worker finished this event.'
FROM buried WHERE e.workspace_id = buried.workspace_id AND e.id = buried.event_id`,
};
