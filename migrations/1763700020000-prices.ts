import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from './tenancy.js';

const deployment = '00000000-0000-7000-8000-000000000000';

/** What vendors charge, dated: the deployment's prices, which every workspace sees, and those that workspaces set over them. */
export class Prices1763700020000 implements MigrationInterface {
  name = 'Prices1763700020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE prices (
      id uuid PRIMARY KEY,
      workspace_id uuid NOT NULL REFERENCES workspaces (id),
      item text NOT NULL,
      unit text NOT NULL,
      price numeric NOT NULL,
      currency text NOT NULL,
      valid_from timestamptz NOT NULL,
      source text,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT prices_price_check CHECK (price >= 0),
      CONSTRAINT prices_currency_check CHECK (currency ~ '^[A-Z]{3}$')
    )`);
    await runner.query('CREATE UNIQUE INDEX prices_once ON prices (workspace_id, item, valid_from)');
    for (const [item, unit, price, source] of seeds) {
      await runner.query(
        `INSERT INTO prices (id, workspace_id, item, unit, price, currency, valid_from, source)
          VALUES (gen_random_uuid(), $1, $2, $3, $4, 'USD', '2026-01-01T00:00:00Z', $5)`,
        [deployment, item, unit, price, source],
      );
    }
    await protectTenantTable(runner, { table: 'prices', grants: { ab_app: 'SELECT, INSERT, UPDATE' } });
    await runner.query(`CREATE POLICY ab_app ON prices FOR SELECT TO ab_app
      USING (current_user = 'ab_app' AND workspace_id = '${deployment}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE prices');
  }
}

const twilio = 'Rate cards of 2026, United States';
const elevenLabs = 'ElevenLabs, June 2026';
const models = 'models.dev, July 2026';

/** Item, unit, US dollars, and where the price was read. They are a beginning: countries and contracts differ. */
const seeds: readonly (readonly [item: string, unit: string, price: string, source: string])[] = [
  ['twilio.voice.inbound', 'minute', '0.0085', twilio],
  ['twilio.voice.inbound.toll-free', 'minute', '0.022', twilio],
  ['twilio.voice.outbound', 'minute', '0.014', twilio],
  ['twilio.number.us', 'month', '1.15', twilio],
  ['twilio.gather.speech', '15 seconds', '0.02', 'One customer’s bill, July 2026'],
  ['twilio.conversation-relay', 'minute', '0.07', twilio],
  ['twilio.media-streams', 'minute', '0.004', twilio],
  ['twilio.recording', 'minute', '0.0025', twilio],
  ['speech.elevenlabs.eleven_multilingual_v2', '1k characters', '0.10', elevenLabs],
  ['speech.elevenlabs.eleven_v3', '1k characters', '0.10', elevenLabs],
  ['speech.elevenlabs.eleven_flash_v2_5', '1k characters', '0.05', elevenLabs],
  ['speech.elevenlabs.eleven_turbo_v2_5', '1k characters', '0.05', elevenLabs],
  ...model('gpt-4.1', '2', '8', '0.50'),
  ...model('gpt-4.1-mini', '0.40', '1.60', '0.10'),
  ...model('gpt-4.1-nano', '0.10', '0.40', '0.025'),
  ...model('gpt-4o', '2.50', '10', '1.25'),
  ...model('gpt-4o-mini', '0.15', '0.60', '0.075'),
  ...model('gpt-5', '1.25', '10', '0.125'),
  ...model('gpt-5.1', '1.25', '10', '0.125'),
  ...model('gpt-5-mini', '0.25', '2', '0.025'),
  ...model('gpt-5-nano', '0.05', '0.40', '0.005'),
  ...model('gpt-5.2', '1.75', '14', '0.175'),
  ...model('gpt-5.4', '2.50', '15', '0.25'),
  ...model('gpt-5.4-mini', '0.75', '4.50', '0.075'),
  ...model('gpt-5.4-nano', '0.20', '1.25', '0.02'),
  ...model('gpt-5.5', '5', '30', '0.50'),
  ...model('claude-haiku-4-5', '1', '5', '0.10'),
  ...model('claude-sonnet-4-5', '3', '15', '0.30'),
  ...model('claude-sonnet-4-6', '3', '15', '0.30'),
  ...model('claude-sonnet-5', '2', '10', '0.20'),
  ...model('claude-opus-4-8', '5', '25', '0.50'),
];

function model(name: string, ...prices: [input: string, output: string, cachedInput: string]) {
  const kinds = ['input', 'output', 'cached-input'];
  return kinds.map((kind, index) => [`model.${name}.${kind}`, '1M tokens', prices[index] ?? '', models] as const);
}
