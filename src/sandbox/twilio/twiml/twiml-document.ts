import { readXml, XmlFault, type XmlElement } from './xml-reader.js';
import { twimlRules } from './twiml-rules.js';

/** An element of a document, without the spaces and comments between. */
export interface TwimlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TwimlElement[];
  /** All text below it. */
  readonly text: string;
}

export interface TwimlDocument {
  readonly verbs: readonly TwimlElement[];
  /** What Twilio would pass over with a warning (12200), a line each. */
  readonly warnings: readonly string[];
}

/** A document that cannot be followed at all (12100). */
export class TwimlFault extends Error {}

/**
 * Reads a reply as TwiML.
 *
 * @example
 * readTwiml('<Response><Hangup/></Response>').verbs[0]?.name // 'Hangup'
 * @throws TwimlFault where it is no XML, or something else than a Response.
 */
export function readTwiml(text: string): TwimlDocument {
  const root = rootOf(text);
  if (root.name !== 'Response') throw new TwimlFault(`The root element is <${root.name}> where <Response> must be`);
  const warnings: string[] = [];
  const { children } = elementOf(root, warnings);
  return { verbs: children, warnings };
}

function rootOf(text: string): XmlElement {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlFault) throw new TwimlFault(error.message);
    throw error;
  }
}

/** Children that are not known are left out, as Twilio leaves them out. */
function elementOf(element: XmlElement, warnings: string[]): TwimlElement {
  const rule = twimlRules[element.name];
  for (const [name, value] of Object.entries(element.attributes)) {
    const pattern = rule?.attributes[name];
    if (!pattern) warnings.push(`<${element.name}> has no attribute ${name}`);
    else if (!pattern.test(value)) warnings.push(`${name} of <${element.name}> cannot be "${value}"`);
  }
  const elements = element.children.filter((child) => typeof child !== 'string');
  for (const child of elements)
    if (rule?.children.includes(child.name) !== true) warnings.push(`<${child.name}> cannot be in <${element.name}>`);
  const text = textOf(element).trim();
  const own = element.children.filter((child) => typeof child === 'string').join('');
  if (rule?.hasText !== true && own.trim() !== '') warnings.push(`<${element.name}> cannot hold text`);
  const known = elements.filter((child) => rule?.children.includes(child.name) === true);
  const children = known.map((child) => elementOf(child, warnings));
  return { name: element.name, attributes: element.attributes, children, text };
}

function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
