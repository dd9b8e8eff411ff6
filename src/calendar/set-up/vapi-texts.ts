import type { LocalizedText } from '../../kernel/errors/index.js';

export const keyStep: LocalizedText = { en: 'Vapi key', fr: 'Clé de Vapi' };
export const assistantStep: LocalizedText = { en: 'Assistant', fr: 'Assistant' };
export const serverStep: LocalizedText = { en: 'Address for Vapi', fr: 'Adresse pour Vapi' };
export const toolsStep: LocalizedText = { en: 'Tools', fr: 'Outils' };
export const googleStep: LocalizedText = { en: 'Google Calendar', fr: 'Google Agenda' };

export const createKey = {
  en: 'Create a private key in Vapi (dashboard > API Keys) and put it into the environment.',
  fr: 'Créez une clé privée dans Vapi (tableau de bord > API Keys) et placez-la dans l’environnement.',
};

export function keyWorks(assistants: number): LocalizedText {
  return { en: `Vapi key: ${assistants} assistants`, fr: `Clé de Vapi : ${assistants} assistants` };
}

export function nobodyGetsThem(known: string): LocalizedText {
  const [en, fr] = known === '' ? ['none', 'aucun'] : [known, known];
  return {
    en: `No assistant gets the tools. Choose one with --assistant: ${en}.`,
    fr: `Aucun assistant ne reçoit les outils. Choisissez-en un avec --assistant : ${fr}.`,
  };
}

export function credential(name: string): LocalizedText {
  return { en: `Vapi credential ${name}`, fr: `identifiant ${name} chez Vapi` };
}

export const noCredentials: LocalizedText = {
  en: 'Vapi lets no credential be made with this key: the tools carry the webhook secret in a header, where whoever reads the tools at Vapi sees it.',
  fr: 'Vapi ne permet pas de créer d’identifiant avec cette clé : les outils portent le secret du webhook dans un en-tête, visible de qui lit les outils chez Vapi.',
};

export function tool(key: string): LocalizedText {
  return { en: `tool ${key}`, fr: `outil ${key}` };
}

export function clash({ key, url }: { key: string; url: string | null }): LocalizedText {
  const [en, fr] =
    url === null ? ['written into the assistant', 'inscrit dans l’assistant'] : [`at ${url}`, `à ${url}`];
  return {
    en: `The assistant has another tool ${key} already, ${en}. Remove that one at Vapi, then try again.`,
    fr: `L’assistant a déjà un autre outil ${key}, ${fr}. Retirez celui-là chez Vapi, puis réessayez.`,
  };
}

export function attached(name: string, tools: number): LocalizedText {
  return { en: `assistant “${name}”: ${tools} tools`, fr: `assistant « ${name} » : ${tools} outils` };
}

export function notAttached(name: string): LocalizedText {
  return {
    en: `The assistant “${name}” stays as it is, since a tool is missing. Try again when what is said above is settled.`,
    fr: `L’assistant « ${name} » reste tel quel, car il manque un outil. Réessayez une fois réglé ce qui est dit plus haut.`,
  };
}

export const notDeclared: LocalizedText = {
  en: 'The assistant as it is declared here lacks some of these tools. Choose them there too (updateVoiceAssistant), so that both agree.',
  fr: 'L’assistant tel qu’il est déclaré ici n’a pas tous ces outils. Choisissez-les là aussi (updateVoiceAssistant), pour que les deux concordent.',
};

export const connectGoogle: LocalizedText = {
  en: 'No Google account is connected at Vapi. Connect one in its dashboard: Integrations > Google Calendar.',
  fr: 'Aucun compte Google n’est connecté chez Vapi. Connectez-en un dans son tableau de bord : Integrations > Google Calendar.',
};

export const googleUnseen: LocalizedText = {
  en: 'Vapi books in Google by itself: this server learns of it from the report of the call, and never that an event was moved or cancelled.',
  fr: 'Vapi réserve elle-même dans Google : ce serveur l’apprend par le compte rendu de l’appel, et jamais qu’un événement a été déplacé ou annulé.',
};

export const googleOffsets: LocalizedText = {
  en: 'Vapi’s check of Google Calendar has been seen to overlook the time zone: have the prompt ask for times with their offset, such as 2026-11-22T14:00:00+01:00.',
  fr: 'La vérification de Google Agenda par Vapi ignore parfois le fuseau : faites demander dans la consigne des heures avec leur décalage, par exemple 2026-11-22T14:00:00+01:00.',
};
