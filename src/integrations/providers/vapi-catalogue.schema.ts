import { z } from 'zod';

/** Whether a provider can be connected at Vapi: UNKNOWN where Vapi has none of that name. */
export const providerLifecycles = ['AVAILABLE', 'DEPRECATED', 'UNKNOWN'] as const;
export type ProviderLifecycle = (typeof providerLifecycles)[number];

const localizedText = z.strictObject({ en: z.string().trim().min(1), fr: z.string().trim().min(1) });
const webAddress = z.url({ protocol: /^https$/ });

const provider = z
  .strictObject({
    /** What Vapi calls it where it has a word for it, such as `11labs`. Unique in its category. */
    key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().trim().min(1),
    description: localizedText,
    lifecycle: z.enum(providerLifecycles),
    /** What became of it, and what a user should know before choosing it. */
    note: localizedText.optional(),
    /** The day on which lifecycle and note were last compared with what Vapi and the provider say. */
    asOf: z.iso.date(),
    /** Whether the guide that this product follows names it in this category. */
    inGuide: z.boolean(),
    /** Whether to show it before the others. */
    highlighted: z.boolean().default(false),
    /** What counts as connected, as `VapiAccountReader` tells it; empty where there is nothing to connect. */
    credentials: z.array(z.string().min(1)),
    /** Where it is connected; the page of integrations unless given. */
    dashboardUrl: webAddress.optional(),
    documentationUrl: webAddress.optional(),
  })
  .refine(({ lifecycle, note }) => lifecycle === 'AVAILABLE' || note !== undefined, {
    path: ['note'],
    error: 'Say what became of it.',
  });

const category = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  label: localizedText,
  description: localizedText,
  /** What to show first, in a sentence. */
  highlight: localizedText.optional(),
  providers: z.array(provider).min(1).refine(haveKeysOfTheirOwn, 'Two providers have the same key.'),
});

/** The providers that Vapi itself connects, by category. */
export const vapiCatalogue = z.array(category).refine(haveKeysOfTheirOwn, 'Two categories have the same key.');

/** A category as its data file has it. */
export type VapiCategoryData = z.input<typeof category>;
export type VapiCategory = z.output<typeof category>;
export type VapiProvider = z.output<typeof provider>;

function haveKeysOfTheirOwn(entries: readonly { key: string }[]): boolean {
  return new Set(entries.map(({ key }) => key)).size === entries.length;
}
