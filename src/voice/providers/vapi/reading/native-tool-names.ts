import { vapiNativeTools } from '../../../assistants/catalogue/vapi-native-tools.js';
import type { Fields } from './fields.js';

/** By the names that an assistant's own tools have; null for one that Vapi does not run itself. */
export type DeclaredTools = ReadonlyMap<string, string | null>;

/** The tools that stand in an assistant as a message repeats it. Those that it has by id do not. */
export function declaredTools(assistant: Fields): DeclaredTools {
  return new Map(
    assistant
      .at('model')
      .list('tools')
      .flatMap((tool) => {
        const name = tool.at('function').text('name', 200) ?? tool.text('name', 200);
        return name === undefined ? [] : [[name, typeKey(tool.text('type', 200) ?? '')] as const];
      }),
  );
}

/**
 * The native tool that a name in a call's history stands for; undefined for any other.
 *
 * What is sure: a tool is created by its `type` (https://docs.vapi.ai/tools/google-calendar), and may be given a name, by
 * which the history then calls it. What is not: the names that Vapi gives by itself are documented nowhere. Histories that
 * people have published call Google's two `google_calendar_tool` and `google_calendar_check_availability_tool`, and other
 * ones by the words of their type in some order (`end_call_tool`). So the same words, in any order and any way of writing,
 * are the same tool. A function that somebody calls by just these words would be taken for it, unless its assistant
 * shows that it is a function, or this server has answered for it.
 */
export function nativeToolOf(name: string, declared: DeclaredTools): string | undefined {
  const known = declared.get(name);
  return known === null ? undefined : (known ?? byWords.get(wordsOf(name)));
}

const keys = new Set(vapiNativeTools.map(({ key }) => key));

function typeKey(type: string): string | null {
  return keys.has(type) ? type : null;
}

const byWords: ReadonlyMap<string, string> = new Map([
  ...vapiNativeTools.map(({ key }) => [wordsOf(key), key] as const),
  [wordsOf('google_calendar_tool'), 'google.calendar.event.create'],
]);

/** `googleCalendarCreateEvent`, `google_calendar_create_event_tool` and `google.calendar.event.create` are one. */
function wordsOf(name: string): string {
  const words = name
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words
    .filter((word) => word !== '' && word !== 'tool')
    .sort()
    .join(' ');
}
