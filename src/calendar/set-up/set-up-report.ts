import type { Secret } from '../../kernel/config/index.js';
import { AppError, inLocale, type Locale, type LocalizedText } from '../../kernel/errors/index.js';
import { HttpFailure } from '../../kernel/http/index.js';

/** What became of one thing, or would. */
export type SetUpOutcome = 'checked' | 'created' | 'updated' | 'unchanged' | 'warning';

interface ReportOptions {
  locale: Locale;
  dryRun: boolean;
  print: (line: string) => void;
}

/** Says in one line each what a set-up does, and remembers whether anything failed. */
export class SetUpReport {
  readonly #secrets: Secret[] = [];
  #failures = 0;

  constructor(private readonly options: ReportOptions) {}

  get dryRun(): boolean {
    return this.options.dryRun;
  }

  get locale(): Locale {
    return this.options.locale;
  }

  get failures(): number {
    return this.#failures;
  }

  /** Whatever platforms repeat in their refusals, this is never printed. */
  hide(secret: Secret): void {
    this.#secrets.push(secret);
  }

  tell(outcome: SetUpOutcome, what: LocalizedText): void {
    const label = this.dryRun ? (planned[outcome] ?? labels[outcome]) : labels[outcome];
    this.line(label, what);
  }

  fail(advice: LocalizedText): void {
    this.#failures += 1;
    this.line(failed, advice);
  }

  /**
   * Does a part of the work. What it fails with is told, and others can go on.
   *
   * @returns null when it failed.
   * @throws what is no fault of the world outside.
   */
  async step<T>(what: LocalizedText, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.fail(failureOf(what, error));
      return null;
    }
  }

  private line(label: LocalizedText, what: LocalizedText): void {
    const { locale, print } = this.options;
    const text = inLocale(what, locale).replace(/\s+/g, ' ');
    print(`${inLocale(label, locale).padEnd(14)} ${this.withoutSecrets(text)}`);
  }

  private withoutSecrets(text: string): string {
    return this.#secrets.reduce((left, secret) => left.replaceAll(secret.reveal(), String(secret)), text);
  }
}

const failed: LocalizedText = { en: 'failed', fr: 'échec' };
const labels: Readonly<Record<SetUpOutcome, LocalizedText>> = {
  checked: { en: 'checked', fr: 'vérifié' },
  created: { en: 'created', fr: 'créé' },
  updated: { en: 'updated', fr: 'modifié' },
  unchanged: { en: 'unchanged', fr: 'inchangé' },
  warning: { en: 'warning', fr: 'attention' },
};
const planned: Readonly<Partial<Record<SetUpOutcome, LocalizedText>>> = {
  created: { en: 'would create', fr: 'serait créé' },
  updated: { en: 'would update', fr: 'serait modifié' },
};

const mostWords = 200;

/** The platform’s own words help most, where it has some. */
function failureOf(what: LocalizedText, error: AppError): LocalizedText {
  const { message } = error instanceof HttpFailure ? error.platformSaid() : {};
  const said = message === undefined ? '' : ` (“${message.slice(0, mostWords)}”)`;
  const { en, fr } = error.safeMessage;
  return { en: `${what.en}: ${en}${said}`, fr: `${what.fr} : ${fr}${said}` };
}
