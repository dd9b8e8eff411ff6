import { definePersonalData } from '../kernel/database/index.js';

const ofContact = 'SELECT id FROM calls WHERE contact_id = $1';

definePersonalData({
  table: 'calls',
  columns: {
    from_number: 'null',
    to_number: 'null',
    from_identity: 'null',
    to_identity: 'null',
    summary: 'null',
    recording_url: 'null',
    search: 'null',
    // Null is never to ask the platform again: its answer would bring back what is erased here.
    reconcile_attempts: 'null',
    // What remains is what status, times and costs follow from.
    evidence: { withoutKeys: ['customer', 'customerName', 'summary', 'recording', 'transfer.summary:*'] },
  },
  notPersonal: [
    'vapi_call_id',
    'twilio_call_sid',
    'status',
    'outcome',
    'direction',
    'ended_reason',
    'currency',
    'report_key',
  ],
  contactRows: 'contact_id = $1',
  retention: {
    past: 'delete',
    // Whoever has just decided to keep calls for longer must not lose those that were due today (see `CallRetention`).
    provided: `EXISTS (SELECT FROM workspaces w
      WHERE w.id = calls.workspace_id AND calls.began_at + make_interval(days => w.retention_days) < now())`,
    // Keyed by the platform's call id, so no foreign key takes them along.
    alongside: [
      {
        table: 'tool_invocations',
        match: 'tool_invocations.workspace_id = calls.workspace_id AND tool_invocations.call_key = calls.vapi_call_id',
      },
      {
        table: 'call_turns',
        match: 'call_turns.workspace_id = calls.workspace_id AND call_turns.call_key = calls.vapi_call_id',
      },
    ],
  },
});

definePersonalData({
  table: 'transcript_segments',
  columns: { text: 'redact' },
  notPersonal: ['key', 'source', 'role'],
  contactRows: `call_id IN (${ofContact})`,
});

definePersonalData({
  table: 'call_messages',
  columns: { name: 'null', callback: 'null', text: 'redact' },
  notPersonal: ['tool_call_id'],
  contactRows: `call_id IN (${ofContact})`,
});

// The destination is a number of the business.
definePersonalData({
  table: 'call_transfers',
  columns: { summary: 'null' },
  notPersonal: ['key', 'destination', 'status'],
  contactRows: `call_id IN (${ofContact})`,
});

definePersonalData({
  table: 'tool_invocations',
  columns: { arguments: 'empty_object', result: 'null', error: 'null' },
  notPersonal: ['call_key', 'tool_call_id', 'name', 'state'],
  contactRows: 'call_key IN (SELECT vapi_call_id FROM calls WHERE contact_id = $1)',
});

definePersonalData({
  table: 'call_turns',
  columns: { heard: 'null', said: 'null', steps: 'empty_array', next: { withoutKeys: ['summary'] } },
  notPersonal: ['call_key', 'state', 'language', 'fault', 'usage'],
  contactRows: 'call_key IN (SELECT vapi_call_id FROM calls WHERE contact_id = $1)',
});

// The platforms' events about a contact's calls; what they hold is declared by the webhooks module.
definePersonalData({
  table: 'webhook_events',
  contactRows: `call_key IN (SELECT vapi_call_id FROM calls WHERE contact_id = $1
    UNION SELECT twilio_call_sid FROM calls WHERE contact_id = $1)`,
});

// The ledger says what was used and what it cost, by ids.
definePersonalData({
  table: 'usage_entries',
  notPersonal: ['subject_kind', 'revision', 'source', 'unit', 'original_currency', 'currency'],
});
