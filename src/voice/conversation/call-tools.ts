import type { ModelTool } from '../models/language-model.js';
import type { AnsweringAssistant } from './answered-call.js';

/** Tools that concern the call itself, and touch nothing else. */
export const endCall = 'endCall';
export const speakLanguage = 'speak_language';
/** One of the assistant's own, whose result is that the call goes to a person. */
export const transferTool = 'transfer_to_human';

/** What every assistant can do with a call. */
export function callTools({ language, otherLanguages }: Pick<AnsweringAssistant, 'language' | 'otherLanguages'>) {
  const tools: ModelTool[] = [hangUp];
  if (otherLanguages.length > 0) tools.push(changeLanguage([language, ...otherLanguages]));
  return tools;
}

const hangUp: ModelTool = {
  name: endCall,
  description:
    'Ends the call. Use it once the caller has said goodbye or wants nothing more, never in the middle of a request.',
  parameters: {
    type: 'object',
    properties: {
      farewell: {
        type: 'string',
        description: 'The last sentence that the caller hears, in the language of the call.',
      },
    },
    required: ['farewell'],
    additionalProperties: false,
  },
};

function changeLanguage(languages: readonly string[]): ModelTool {
  return {
    name: speakLanguage,
    description:
      'Goes on in another language. Use it as soon as the caller speaks or asks for one of these, then answer in it: the caller is understood in no other.',
    parameters: {
      type: 'object',
      properties: { language: { type: 'string', enum: [...languages] } },
      required: ['language'],
      additionalProperties: false,
    },
  };
}
