import { declaredSlices, type ConfigSlice, type ConfigValues, type Setting } from './define-config.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every fault of the configuration at once, by name, never by value. */
export class ConfigurationFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigurationFault';
  }
}

/** The parsed settings of the whole process; the only way to a setting outside kernel/config. */
export class Config {
  readonly #values: ReadonlyMap<string, Record<string, unknown>>;
  readonly #secretValues: readonly string[];

  private constructor(values: ReadonlyMap<string, Record<string, unknown>>, secretValues: readonly string[]) {
    this.#values = values;
    this.#secretValues = secretValues;
  }

  /** @throws ConfigurationFault naming every wrong or missing setting of every declared slice. */
  static read(env: Environment): Config {
    const faults: string[] = [];
    const values = new Map<string, Record<string, unknown>>();
    for (const slice of declaredSlices()) values.set(slice.name, readSlice(slice, env, faults));
    if (faults.length > 0) throw new ConfigurationFault(faults);
    return new Config(values, secretValues(env));
  }

  get<S extends Record<string, Setting>>(slice: ConfigSlice<S>): ConfigValues<S> {
    const values = this.#values.get(slice.name);
    if (!values) throw new Error(`Configuration slice "${slice.name}" was declared after the configuration was read.`);
    return values as ConfigValues<S>;
  }

  /** What was set for every setting declared as a secret, as it was written: for the log to know what it must not print. */
  secretValues(): readonly string[] {
    return this.#secretValues;
  }
}

/** An empty value counts as unset, so that `NAME=` in a compose file means the default. */
export function settingValue(setting: Setting, env: Environment): string | undefined {
  return env[setting.name] || (setting.alias && env[setting.alias]) || undefined;
}

function secretValues(env: Environment): string[] {
  return declaredSlices()
    .flatMap((slice) => Object.values(slice.settings))
    .filter((setting) => setting.secret)
    .flatMap((setting) => settingValue(setting, env) ?? []);
}

function readSlice(slice: ConfigSlice, env: Environment, faults: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(slice.settings)) {
    const raw = settingValue(setting, env);
    if (raw === undefined && setting.requiredInProduction && env.NODE_ENV === 'production') {
      faults.push(`${setting.name} must be set in production. ${setting.description}`);
      continue;
    }
    const parsed = setting.schema.safeParse(raw);
    if (parsed.success) values[key] = parsed.data;
    else faults.push(`${setting.name} ${raw === undefined ? 'is missing' : 'is not valid'}. ${setting.description}`);
  }
  return Object.freeze(values);
}
