import { z } from 'zod';
import { route } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** A ticket as a macro would leave it: https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/#show-ticket-after-changes */
export const macroResult = z.object({
  status: z.string().nullish(),
  priority: z.string().nullish(),
  type: z.string().nullish(),
  subject: z.string().nullish(),
  assignee_id: z.number().nullish(),
  group_id: z.number().nullish(),
  tags: z.array(z.string()).nullish(),
  custom_fields: z.array(z.object({ id: z.number(), value: fieldValue })).nullish(),
  comment: z
    .object({
      body: z.string().nullish(),
      html_body: z.string().nullish(),
      public: z.boolean().nullish().describe('Whether the requester would see it'),
    })
    .nullish(),
});

export type MacroResult = z.output<typeof macroResult>;

const reply = z.object({ result: z.object({ ticket: macroResult }) });

interface Application {
  ticketId: number;
  macroId: number;
}

/** Changes nothing: Zendesk only tells what the macro would do. */
export async function previewed(client: VendorClient, { ticketId, macroId }: Application) {
  const { result } = await client.get(route`/tickets/${ticketId}/macros/${macroId}/apply`, { reply });
  return result.ticket;
}
