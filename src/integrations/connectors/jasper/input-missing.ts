import { InvalidInput } from '../../../kernel/errors/index.js';

/** A template or an agent of Jasper’s needs more than it was given; said before anything is paid. */
export class InputMissing extends InvalidInput {
  constructor(field: string, names: readonly string[]) {
    const message = {
      en: `Give these inputs as well: ${names.join(', ')}.`,
      fr: `Donnez aussi ces entrées : ${names.join(', ')}.`,
    };
    super('INTEGRATIONS.JASPER_INPUT_MISSING', message, [{ path: `input.${field}`, message }]);
  }
}
