import type { VendorClient } from '../../../core/vendor-client.js';
import { applyMacro } from './apply-macro.action.js';

/** What is written to a ticket for what a macro would do. */
async function writtenFor(result: Record<string, unknown>): Promise<unknown> {
  const written: unknown[] = [];
  const client = {
    get: async (path: string) =>
      path.endsWith('/apply') ? { result: { ticket: result } } : { ticket: { updated_at: '2026-11-21T10:38:52Z' } },
    put: async (_path: string, { json }: { json: unknown }) => {
      written.push(json);
      return { ticket: { id: 7 } };
    },
  } as unknown as VendorClient;
  await applyMacro.run(client, { ticketId: 7, macroId: 25 });
  return written[0];
}

const guarded = { safe_update: true, updated_stamp: '2026-11-21T10:38:52Z' };

describe('apply_macro', () => {
  it('keeps a comment from the requester that does not say that it is public', async () => {
    expect(await writtenFor({ comment: { body: 'Vérifier' } })).toEqual({
      ticket: { comment: { body: 'Vérifier', public: false }, ...guarded },
    });
  });

  it('writes no comment where the macro has none, and nothing that the ticket does not have', async () => {
    expect(await writtenFor({ status: 'solved', assignee_id: null, comment: { body: '', public: true } })).toEqual({
      ticket: { status: 'solved', ...guarded },
    });
  });
});
