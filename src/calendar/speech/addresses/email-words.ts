/** What callers call the signs of an address; phrases as `foldSpeech` gives them, with spaces for apostrophes and hyphens. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['arobase', '@'],
  ['arobas', '@'],
  ['arrobase', '@'],
  ['arobaze', '@'],
  ['a robase', '@'],
  ['at sign', '@'],
  ['point', '.'],
  ['dot', '.'],
  ['period', '.'],
  ['tiret', '-'],
  ['trait d union', '-'],
  ['dash', '-'],
  ['hyphen', '-'],
  ['tiret bas', '_'],
  ['tiret du bas', '_'],
  ['tiret du huit', '_'],
  ['underscore', '_'],
  ['under score', '_'],
  ['souligne', '_'],
  ['plus', '+'],
]);

/** Said for the at sign, but words of their own too: only where nothing else is. */
export const weakAts: ReadonlySet<string> = new Set(['at', 'chez']);

/** That what stands apart is one word. */
export const joined: ReadonlySet<string> = new Set([
  'tout attache',
  'tout colle',
  'attache',
  'en un mot',
  'en un seul mot',
  'sans espace',
  'sans espaces',
  'all one word',
  'one word',
  'no spaces',
]);

/** They say nothing of the address. */
export const asides: ReadonlySet<string> = new Set([
  'tout en minuscules',
  'tout en minuscule',
  'en minuscules',
  'en minuscule',
  'sans accent',
  'sans accents',
  'all lowercase',
  'all lower case',
  'lowercase',
  'lower case',
  's il vous plait',
  'merci',
  'voila',
  'please',
  'thank you',
]);

/** How callers begin. */
export const openings: ReadonlySet<string> = new Set([
  'mon adresse',
  'mon adresse mail',
  'mon adresse e mail',
  'mon adresse email',
  'mon mail',
  'mon e mail',
  'mon email',
  'l adresse',
  'adresse',
  'mail',
  'email',
  'e mail',
  'my email',
  'my e mail',
  'my email address',
  'my address',
  'c est',
  'est',
  'it is',
  'it s',
  'is',
  'alors',
  'oui',
  'yes',
  'euh',
]);

/** Providers whose names are heard as two words. */
export const providers: ReadonlyMap<string, string> = new Map([
  ['la poste', 'laposte'],
  ['hot mail', 'hotmail'],
  ['proton mail', 'protonmail'],
  ['out look', 'outlook'],
]);

/** Letters that have words for names: `double v`, `i grec`. */
export const letters: ReadonlyMap<string, string> = new Map([
  ['double v', 'w'],
  ['double u', 'w'],
  ['i grec', 'y'],
]);

/** `double l`, `deux l`. */
export const doubling: ReadonlySet<string> = new Set(['double', 'deux', '2']);

/** `d comme Daniel`. */
export const naming: readonly (readonly string[])[] = [['comme'], ['as', 'in'], ['like']];
