import { Client } from 'pg';

/**
 * One row for each time that the effects of an event were committed. What the product writes by itself is idempotent, so
 * that a second time would not show; this would.
 */
export const countEffects = {
  name: 'chaos-count-effects',
  text: 'INSERT INTO chaos_effects (event_id) SELECT unnest($1::uuid[])',
};

export async function makeEffectsTable(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CREATE TABLE chaos_effects (event_id uuid NOT NULL)');
    await client.query('GRANT INSERT ON chaos_effects TO ab_app');
  } finally {
    await client.end();
  }
}
