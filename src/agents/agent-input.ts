import { z } from 'zod';

const textExpected = 'Give a text. | Indiquez un texte.';
const modelExpected =
  'Give 1 to 100 letters, digits or . _ / : - without spaces. | Indiquez de 1 à 100 lettres, chiffres ou . _ / : - sans espace.';

/** The longest instructions that a workspace may give an agent. */
export const longestInstructions = 8_000;

const name = z
  .string(textExpected)
  .trim()
  .min(1, 'Give a name, or null for the usual one. | Indiquez un nom, ou null pour le nom d’origine.')
  .max(80, 'Use 80 characters or fewer. | Utilisez au plus 80 caractères.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use one line of plain text. | Utilisez une seule ligne de texte.');

const instructions = z
  .string(textExpected)
  .trim()
  .min(1, 'Give instructions, or null for the usual ones. | Indiquez des consignes, ou null pour celles d’origine.')
  .max(
    longestInstructions,
    `Use ${longestInstructions} characters or fewer. | Utilisez au plus ${longestInstructions} caractères.`,
  )
  .regex(/^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u, 'Use plain text. | Utilisez du texte simple.');

const modelName = z.string(modelExpected).regex(/^[A-Za-z0-9._/:-]{1,100}$/, modelExpected);

/** A change to an agent: what is absent stays, null goes back to what the catalogue says. */
export const updateAgentInput = z.object({
  name: name.nullish(),
  instructions: instructions.nullish(),
  enabled: z.boolean('Give true or false. | Indiquez true ou false.').nullish(),
  modelProvider: modelName.nullish(),
  model: modelName.nullish(),
});
export type UpdateAgent = z.output<typeof updateAgentInput>;

/** The names of what a change gives. */
export function fieldsOf(change: UpdateAgent): string[] {
  return Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));
}
