import type { z } from 'zod';
import { AppError, parseInput, type LocalizedText } from '../../kernel/errors/index.js';
import type { VendorClient } from './vendor-client.js';

/**
 * What an action does to the world: `READ` changes nothing; `WRITE` adds or changes and can be taken back; `DESTRUCTIVE`
 * reaches people, spends money or credits, deletes, or cannot be undone.
 */
export type ActionEffect = 'READ' | 'WRITE' | 'DESTRUCTIVE';

/** One thing that a connector can do, as an agent sees it and as it is run. */
export interface Action {
  /** `verb_noun`, stable: `create_ticket`. */
  readonly key: string;
  readonly effect: ActionEffect;
  /** What an agent must know to use it well: limits, costs, what is not returned. */
  readonly description: LocalizedText;
  /** Each request costs units or credits, whatever becomes of its answer: none is sent again by itself. */
  readonly billed: boolean;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /**
   * @throws InvalidInput when the input is not as declared.
   * @throws HttpFailure for what the vendor refuses.
   * @throws UnexpectedResult when the vendor's answer is not what the action promises.
   */
  run(client: VendorClient, input: unknown): Promise<unknown>;
}

interface ActionDeclaration<I extends z.ZodType, O extends z.ZodType> {
  key: string;
  effect: ActionEffect;
  description: LocalizedText;
  billed?: true;
  /** Descriptions on its fields are read by agents: say units, formats and limits there. */
  input: I;
  /** Only what is worth keeping of the vendor's answer. */
  output: O;
  run(client: VendorClient, input: z.output<I>): Promise<z.input<O>>;
}

/**
 * @example
 * export const getTicket = defineAction({
 *   key: 'get_ticket', effect: 'READ', description: { en: 'Reads one ticket.', fr: 'Lit un ticket.' },
 *   input: z.object({ ticketId: z.int().describe('Number of the ticket') }),
 *   output: z.object({ id: z.int(), subject: z.string() }),
 *   run: (client, { ticketId }) => client.get(route`/tickets/${ticketId}`, { reply: ticketSchema }),
 * });
 */
export function defineAction<I extends z.ZodType, O extends z.ZodType>(declaration: ActionDeclaration<I, O>): Action {
  const { key, effect, description, billed = false, input, output } = declaration;
  return {
    key,
    effect,
    description,
    billed,
    input,
    output,
    async run(client, given) {
      const result = await declaration.run(client, parseInput(input, given, 'input'));
      const checked = output.safeParse(result);
      if (checked.success) return checked.data;
      throw new UnexpectedResult(key, checked.error);
    },
  };
}

/** A result that is not what its action promises: the vendor changed its answers. */
export class UnexpectedResult extends AppError {
  constructor(action: string, error: z.ZodError) {
    const places = error.issues.slice(0, 10).map(({ path, code }) => `${path.join('.') || '(root)'}: ${code}`);
    super(
      'upstream_unavailable',
      'INTEGRATIONS.UNEXPECTED_RESULT',
      {
        en: 'The vendor answered in an unexpected way. Try again later; if it stays so, send us the request id.',
        fr: 'Le fournisseur a répondu de façon inattendue. Réessayez plus tard ; si cela persiste, envoyez-nous l’identifiant de la requête.',
      },
      { retryable: false, meta: { action, places: places.join(', ') } },
    );
  }
}
