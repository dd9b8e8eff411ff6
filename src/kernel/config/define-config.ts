import type { z } from 'zod';

/** One setting: its name in the environment, what it means, how it is parsed. */
export interface Setting<T extends z.ZodType = z.ZodType> {
  name: string;
  /** An older or other platform's name for the same setting; `name` wins where both are set. */
  alias?: string;
  schema: T;
  /** One line for operators: meaning, unit, default. */
  description: string;
  /** Its value is never printed, not even in a fault. */
  secret?: boolean;
  /** Must be set explicitly with NODE_ENV=production. */
  requiredInProduction?: boolean;
}

type Settings = Record<string, Setting>;

/** The settings of one module. */
export interface ConfigSlice<S extends Settings = Settings> {
  name: string;
  settings: S;
}

export type ConfigValues<S extends Settings> = { readonly [K in keyof S]: z.output<S[K]['schema']> };

const declared = new Map<string, ConfigSlice>();

/**
 * Declares the settings of a module, once, in its `<module>.config.ts`. All declared slices are parsed together at boot.
 *
 * @example
 * export const voiceConfig = defineConfig('voice', {
 *   toolDeadlineMs: { name: 'VOICE_TOOL_DEADLINE_MS', schema: z.coerce.number().int().default(15_000), description: '…' },
 * });
 * // later, in a service: this.config.get(voiceConfig).toolDeadlineMs
 */
export function defineConfig<S extends Settings>(name: string, settings: S): ConfigSlice<S> {
  if (declared.has(name)) throw new Error(`Configuration slice "${name}" is declared twice.`);
  const slice: ConfigSlice<S> = { name, settings };
  declared.set(name, slice);
  return slice;
}

/** Every slice declared so far, in order of declaration. */
export function declaredSlices(): ConfigSlice[] {
  return [...declared.values()];
}
