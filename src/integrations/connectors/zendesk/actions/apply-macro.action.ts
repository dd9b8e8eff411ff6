import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { commentTicket } from '../comment-ticket.js';
import { previewed, type MacroResult } from '../macro.js';
import { ticketSchema } from '../ticket.js';

export const applyMacro = defineAction({
  key: 'apply_macro',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Applies a macro to a ticket. Its comment can be public and is sent to the requester then: see preview_macro first. A conflict means that the ticket changed meanwhile.',
    fr: 'Applique une macro à un ticket. Son commentaire peut être public et est alors envoyé au demandeur : voir d’abord preview_macro. Un conflit signifie que le ticket a changé entre-temps.',
  },
  input: z.object({ ticketId: z.int().positive(), macroId: z.int().positive() }),
  output: ticketSchema,
  async run(client, { ticketId, macroId }) {
    const { comment, ...fields } = await previewed(client, { ticketId, macroId });
    const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
    return commentTicket(client, ticketId, { ...Object.fromEntries(known), ...commentOf(comment) });
  },
});

function commentOf(comment: MacroResult['comment']) {
  const text = comment?.html_body ? { html_body: comment.html_body } : { body: comment?.body };
  const hasText = text.html_body !== undefined || Boolean(text.body);
  // What does not say that it is public must not reach the requester.
  return hasText ? { comment: { ...text, public: comment?.public ?? false } } : {};
}
