import { parseArgs } from 'node:util';
import { inLocale, InvalidInput, localeIn, type Locale, type LocalizedText } from '../../kernel/errors/index.js';

/** What `npm run setup:calendar` was asked for. */
export interface SetUpOptions {
  /** Nothing is written, here or elsewhere. */
  dryRun: boolean;
  /** Its id or its name; the deployment’s own accounts without it. */
  workspace: string | undefined;
  /** Vapi’s id or ours. */
  assistant: string | undefined;
  /** The tools for Google Calendar that Vapi runs itself, too. */
  native: boolean;
  /** Of what is printed, and of what an assistant says that is not declared here. */
  locale: Locale;
}

const setUpHelp: LocalizedText = {
  en: `npm run setup:calendar -- [options]

Checks the keys of Cal.com and Vapi, registers this server's webhook at Cal.com, and brings the calendar's tools to Vapi.
It can be run again at any time: what is right already stays as it is.

  --dry-run            says what would be done, and does nothing
  --workspace <name>   the accounts of this workspace, by its name or id (default: those of the environment)
  --assistant <id>     the assistant that gets the tools: Vapi's id, or ours (assistant_…)
  --native             also the two tools for Google Calendar that Vapi runs itself
  --locale <fr|en>     the language`,
  fr: `npm run setup:calendar -- [options]

Vérifie les clés de Cal.com et de Vapi, enregistre le webhook de ce serveur chez Cal.com, et apporte à Vapi les outils de
l’agenda. La commande peut être relancée à tout moment : ce qui est déjà en ordre reste tel quel.

  --dry-run            dit ce qui serait fait, et ne fait rien
  --workspace <nom>    les comptes de cet espace de travail, par son nom ou son identifiant (par défaut : ceux de
                       l’environnement)
  --assistant <id>     l’assistant qui reçoit les outils : l’identifiant de Vapi, ou le nôtre (assistant_…)
  --native             aussi les deux outils pour Google Agenda que Vapi exécute elle-même
  --locale <fr|en>     la langue`,
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const options = {
  'dry-run': flag,
  workspace: text,
  assistant: text,
  native: flag,
  locale: text,
  help: { ...flag, short: 'h' },
} as const;

export interface SetUpCommand {
  argv: readonly string[];
  /** Of the terminal. */
  locale: Locale;
  print: (text: string) => void;
}

/** What was typed, or the exit code when that was all: help was asked for, or something was not understood. */
export function readSetUpCommand({ argv, locale, print }: SetUpCommand): SetUpOptions | number {
  try {
    const { help, ...options } = read(argv, locale);
    if (!help) return options;
    print(inLocale(setUpHelp, options.locale));
    return 0;
  } catch (error) {
    if (!(error instanceof SetUpOptionRefused)) throw error;
    print(inLocale(error.safeMessage, locale));
    return 1;
  }
}

function read(argv: readonly string[], language: Locale): SetUpOptions & { help: boolean } {
  const values = parsed(argv);
  const { workspace, assistant, native, help } = values;
  return { help, native, workspace, assistant, dryRun: values['dry-run'], locale: localeOf(values.locale, language) };
}

class SetUpOptionRefused extends InvalidInput {
  constructor(en: string, fr: string) {
    super('CALENDAR.OPTION_REFUSED', {
      en: `${en} See npm run setup:calendar -- --help.`,
      fr: `${fr} Voir npm run setup:calendar -- --help.`,
    });
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch {
    // Node's own words are English only.
    throw new SetUpOptionRefused(
      `Not understood: ${argv.join(' ')}. An option is unknown or lacks its value.`,
      `Incompris : ${argv.join(' ')}. Une option est inconnue ou sans valeur.`,
    );
  }
}

function localeOf(tag: string | undefined, language: Locale): Locale {
  const locale = tag === undefined ? language : localeIn(tag);
  if (locale !== undefined) return locale;
  throw new SetUpOptionRefused('--locale is fr or en.', '--locale vaut fr ou en.');
}
