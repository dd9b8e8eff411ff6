import { InvalidInput } from '../../../kernel/errors/index.js';

export class NotAServerMessage extends InvalidInput {
  constructor() {
    super('VOICE.NOT_A_VAPI_MESSAGE', {
      en: 'Send a server message of Vapi: { "message": { "type": … } }.',
      fr: 'Envoyez un message serveur de Vapi : { "message": { "type": … } }.',
    });
  }
}
