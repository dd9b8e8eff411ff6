import { InvalidInput, NotFound } from '../../kernel/errors/index.js';
import { unknownName } from './catalogue/catalogue.js';

export class AssistantNotFound extends NotFound {
  constructor(id: string) {
    super('VOICE.ASSISTANT_NOT_FOUND', { en: 'This assistant does not exist.', fr: 'Cet assistant n’existe pas.' }, id);
  }
}

/** A tool that neither this server nor Vapi has, or one that is named twice. */
export class ToolsRefused extends InvalidInput {
  constructor(faults: readonly { index: number; key: string; twice: boolean }[], known: readonly string[]) {
    super(
      'VOICE.TOOLS_REFUSED',
      {
        en: 'Some of these tools are not known, or are there twice. See assistantOptions for what there is.',
        fr: 'Certains de ces outils sont inconnus, ou en double. Voyez assistantOptions pour la liste.',
      },
      faults.map(({ index, key, twice }) => {
        const [en = '', fr = en] = unknownName(key, known).split(' | ');
        const repeated = { en: 'This tool is there twice.', fr: 'Cet outil est en double.' };
        return { path: `input.tools.${index}.key`, message: twice ? repeated : { en, fr } };
      }),
    );
  }
}
