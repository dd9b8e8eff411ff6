/** One workspace's pending events, handed to one job. */
export interface Claim {
  workspaceId: string;
  claimId: string;
  /** The lease's end, as PostgreSQL prints it: the rows are found again by it, to the microsecond. */
  leaseUntil: string | null;
  events: number;
  traceparent: string | null;
}

/** Rows of one claim at most. */
export const largestClaim = 200;

/** An event that was handed out this often without ever being finished or failed may kill its worker: it travels alone. */
const suspectAfter = 3;

/**
 * Claims pending events fairly: a loose index scan finds the workspaces that have some (from `$2` on, so that the first
 * one changes), and each gives at most 200; one whose events others hold comes back with none. `available_at` is both the
 * back-off of a failed event and the lease of a claimed one.
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
  (SELECT workspace_id, 1 AS turn FROM webhook_events
   WHERE status IN ('RECEIVED', 'FAILED') AND workspace_id > $2::uuid AND available_at <= now()
   ORDER BY workspace_id, available_at LIMIT 1)
  UNION ALL
  SELECT next.workspace_id, tenants.turn + 1 FROM tenants CROSS JOIN LATERAL (
    SELECT workspace_id FROM webhook_events
    WHERE status IN ('RECEIVED', 'FAILED') AND workspace_id > tenants.workspace_id AND available_at <= now()
    ORDER BY workspace_id, available_at LIMIT 1
  ) next WHERE tenants.turn < $3::int
), claims AS MATERIALIZED (
  SELECT workspace_id, gen_random_uuid() AS claim_id FROM tenants
), picked AS MATERIALIZED (
  SELECT rows.id, claims.workspace_id, claims.claim_id FROM claims CROSS JOIN LATERAL (
    SELECT pending.id FROM (
      SELECT waiting.call_key, waiting.ids, EXISTS (
        SELECT FROM webhook_events e WHERE e.workspace_id = claims.workspace_id AND e.call_key = waiting.call_key
          AND e.claim_id IS NOT NULL AND e.available_at > now()
      ) AS busy
      FROM (
        SELECT oldest.call_key, array_agg(oldest.id) AS ids FROM (
          SELECT id, call_key, available_at FROM webhook_events e
          WHERE e.workspace_id = claims.workspace_id AND e.status IN ('RECEIVED', 'FAILED') AND e.available_at <= now()
            AND e.claims - e.attempts < ${suspectAfter}
          ORDER BY e.available_at LIMIT ${2 * largestClaim}
        ) oldest GROUP BY oldest.call_key ORDER BY min(oldest.available_at)
      ) waiting
    ) calls CROSS JOIN LATERAL (
      SELECT id FROM (
        SELECT id FROM webhook_events e
        WHERE NOT calls.busy AND e.workspace_id = claims.workspace_id AND e.call_key = calls.call_key
          AND e.status NOT IN ('PROCESSED', 'DEAD') AND e.available_at <= now() AND e.claims - e.attempts < ${suspectAfter}
        FOR UPDATE SKIP LOCKED
      ) of_call
      UNION ALL
      SELECT id FROM (
        SELECT id FROM webhook_events e
        WHERE calls.call_key IS NULL AND e.workspace_id = claims.workspace_id AND e.id = ANY (calls.ids)
          AND e.status IN ('RECEIVED', 'FAILED') AND e.available_at <= now()
        FOR UPDATE SKIP LOCKED
      ) of_none
    ) pending LIMIT ${largestClaim}
  ) rows
), claimed AS (
  UPDATE webhook_events e
  SET claim_id = picked.claim_id, claims = e.claims + 1, available_at = now() + make_interval(secs => $1::int)
  FROM picked WHERE e.workspace_id = picked.workspace_id AND e.id = picked.id
  RETURNING e.workspace_id, e.claim_id, e.available_at, e.traceparent
)
SELECT claims.workspace_id AS "workspaceId", claims.claim_id AS "claimId", claimed.available_at::text AS "leaseUntil",
  count(claimed.claim_id)::int AS events, min(claimed.traceparent) AS traceparent
FROM claims LEFT JOIN claimed USING (workspace_id, claim_id)
GROUP BY claims.workspace_id, claims.claim_id, claimed.available_at ORDER BY claims.workspace_id`,
};

/** The same for one event that has never been finished by whoever took it. */
export const claimSuspect = {
  name: 'relay-claim-suspect',
  text: `
UPDATE webhook_events e
SET claim_id = gen_random_uuid(), claims = e.claims + 1, available_at = now() + make_interval(secs => $1::int)
FROM (
  SELECT workspace_id, id FROM webhook_events
  WHERE status IN ('RECEIVED', 'FAILED') AND available_at <= now() AND claims - attempts >= ${suspectAfter}
  ORDER BY available_at LIMIT 1 FOR UPDATE SKIP LOCKED
) suspect WHERE e.workspace_id = suspect.workspace_id AND e.id = suspect.id
RETURNING e.workspace_id AS "workspaceId", e.claim_id AS "claimId", e.available_at::text AS "leaseUntil", 1 AS events,
  e.traceparent`,
};

/** Gives up on events that no worker ever came back from. `$1` claims after which. */
export const buryUnfinished = {
  name: 'relay-bury',
  text: `UPDATE webhook_events SET status = 'DEAD', error = 'No worker finished this event.', claim_id = NULL
    WHERE status IN ('RECEIVED', 'FAILED') AND available_at <= now() AND claims - attempts >= $1::int`,
};
