import { LRUCache } from 'lru-cache';
import { parse, type DocumentNode } from 'graphql';
import { measureDocument, type Measure } from './document-measure.js';
import { OperationTooLarge } from './limit.errors.js';
import type { OperationLimits } from './limits.js';

/** French names of what is counted, for the refusal. */
const names: Record<keyof Measure, { reason: string; en: string; fr: string }> = {
  depth: { reason: 'DEEP', en: 'levels of fields', fr: 'niveaux de champs' },
  aliases: { reason: 'MANY_ALIASES', en: 'aliases', fr: 'alias' },
  directives: { reason: 'MANY_DIRECTIVES', en: 'directives', fr: 'directives' },
  fields: { reason: 'MANY_FIELDS', en: 'fields', fr: 'champs' },
  repeats: { reason: 'MANY_REPEATS', en: 'mentions of one field', fr: 'mentions d’un même champ' },
};

/**
 * Refuses oversized documents by their text alone, before they are validated: validation takes quadratic time, parsing
 * and measuring do not. Documents that were admitted once are known.
 */
export class DocumentAdmission {
  readonly #admitted = new LRUCache<string, true>({
    max: 2_000,
    maxSize: 1_000_000,
    sizeCalculation: (_, text) => text.length + 1,
  });

  constructor(private readonly limits: OperationLimits) {}

  /** @throws OperationTooLarge, or GraphQL's syntax error. */
  admit(text: string): void {
    if (this.#admitted.has(text)) return;
    this.read(text);
    this.#admitted.set(text, true);
  }

  /** The same, for who needs the document. */
  read(text: string): DocumentNode {
    if (Buffer.byteLength(text) > this.limits.documentBytes) {
      throw new OperationTooLarge('LONG', {
        en: `A document may have ${this.limits.documentBytes} bytes at most. Send values as variables.`,
        fr: `Un document ne peut dépasser ${this.limits.documentBytes} octets. Envoyez les valeurs en variables.`,
      });
    }
    const document = this.#parse(text);
    const measure = measureDocument(document);
    for (const key of ['depth', 'aliases', 'directives', 'fields', 'repeats'] as const) {
      if (measure[key] > this.limits[key]) throw this.#tooMany(key);
    }
    return document;
  }

  #parse(text: string): DocumentNode {
    try {
      return parse(text, { maxTokens: this.limits.tokens });
    } catch (error) {
      if (!(error instanceof Error) || !/Document contains more tha[nt] \d+ tokens/.test(error.message)) throw error;
      throw new OperationTooLarge('MANY_TOKENS', {
        en: `A document may have ${this.limits.tokens} tokens at most. Split it into several requests.`,
        fr: `Un document ne peut dépasser ${this.limits.tokens} éléments lexicaux. Répartissez-le en plusieurs requêtes.`,
      });
    }
  }

  #tooMany(key: keyof Measure): OperationTooLarge {
    const { reason, en, fr } = names[key];
    return new OperationTooLarge(reason, {
      en: `One operation may have ${this.limits[key]} ${en} at most, fragments included. Split it into several requests.`,
      fr: `Une opération ne peut dépasser ${this.limits[key]} ${fr}, fragments compris. Répartissez-la en plusieurs requêtes.`,
    });
  }
}
