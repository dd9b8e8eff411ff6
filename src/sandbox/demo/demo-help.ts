import { inLocale, type Locale, type LocalizedText } from '../../kernel/errors/index.js';
import { scenarios } from '../scenarios/scenarios.js';

const help: LocalizedText = {
  en: `npm run demo -- [options]

Plays telephone calls against a running server (npm start), as Vapi would: signed webhooks over HTTP.

  --scenario <name>   the call to play; without it, each call takes the next one of the list
  --speed <n|fast>    1 is real time (default), 5 five times as fast, fast without any wait
  --count <n>         how many calls (default 1); up to ten at once
  --url <address>     the server (default: where npm start last ran)
  --list              the scenarios

  --ring <number>     rings this number of an assistant, by the Twilio and the Vapi that npm start plays (one call)
  --from <number>     who calls
  --route <route>     vapi or twilio: refuses to ring where the number leads to the other one`,
  fr: `npm run demo -- [options]

Joue des appels téléphoniques contre un serveur démarré (npm start), comme le ferait Vapi : webhooks signés, par HTTP.

  --scenario <nom>    l’appel à jouer ; sans cette option, chaque appel prend le suivant de la liste
  --speed <n|fast>    1 est le temps réel (par défaut), 5 cinq fois plus vite, fast sans aucune attente
  --count <n>         combien d’appels (1 par défaut) ; dix au plus à la fois
  --url <adresse>     le serveur (par défaut : là où npm start a tourné en dernier)
  --list              les scénarios

  --ring <numéro>     appelle ce numéro d’un assistant, par le Twilio et le Vapi que joue npm start (un seul appel)
  --from <numéro>     qui appelle
  --route <route>     vapi ou twilio : n’appelle pas si le numéro mène à l’autre`,
};

export function helpText(locale: Locale): string {
  return inLocale(help, locale);
}

export function scenarioList(locale: Locale): string {
  const width = Math.max(...scenarios.map(({ key }) => key.length));
  return scenarios.map(({ key, title }) => `${key.padEnd(width)}  ${inLocale(title, locale)}`).join('\n');
}
