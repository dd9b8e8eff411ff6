import { AppError, NotFound } from '../../../../kernel/errors/index.js';

export class VapiAssistantMissing extends NotFound {
  constructor(id: string) {
    super(
      'VOICE.VAPI_ASSISTANT_MISSING',
      {
        en: 'Vapi has no such assistant in this account. Copy its id from Vapi’s dashboard.',
        fr: 'Vapi n’a pas cet assistant dans ce compte. Copiez son identifiant depuis le tableau de bord de Vapi.',
      },
      id,
    );
  }
}

/** Tools belong to the model. */
export class VapiModelMissing extends AppError {
  constructor(name: string) {
    super('conflict', 'VOICE.VAPI_MODEL_MISSING', {
      en: `The assistant “${name}” has no model at Vapi. Choose one in Vapi’s dashboard, then try again.`,
      fr: `L’assistant « ${name} » n’a pas de modèle chez Vapi. Choisissez-en un dans le tableau de bord de Vapi, puis réessayez.`,
    });
  }
}

/** There is neither an account of the workspace nor one of the deployment. */
export class VapiNotConnected extends AppError {
  constructor() {
    super('conflict', 'VOICE.VAPI_NOT_CONNECTED', {
      en: 'Vapi is not connected. Connect the workspace’s Vapi account among the integrations, or ask the operator to set VAPI_API_KEY; this assistant is then brought there by itself.',
      fr: 'Vapi n’est pas connectée. Connectez le compte Vapi de l’espace de travail dans les intégrations, ou demandez à l’exploitant de définir VAPI_API_KEY ; cet assistant y sera alors créé tout seul.',
    });
  }
}

/** Without it the deployment’s webhook address is closed, and nothing that Vapi tells would arrive. */
export class VapiSecretMissing extends AppError {
  constructor() {
    super('conflict', 'VOICE.VAPI_SECRET_MISSING', {
      en: 'The operator has to set VAPI_WEBHOOK_SECRET to a long random text: without it this server accepts no events of Vapi.',
      fr: 'L’exploitant doit donner à VAPI_WEBHOOK_SECRET un long texte aléatoire : sans lui, ce serveur n’accepte aucun événement de Vapi.',
    });
  }
}

/** The assistant has tools of the same names at Vapi that are not ours to change. */
export class ToolsClash extends AppError {
  constructor(clashes: readonly { key: string; url: string | null }[]) {
    const names = clashes.map(({ key, url }) => (url === null ? key : `${key} (${url})`)).join(', ');
    super('conflict', 'VOICE.TOOLS_CLASH', {
      en: `At Vapi this assistant has other tools of the same names: ${names}. Remove them there, or take these tools away here.`,
      fr: `Chez Vapi, cet assistant a d’autres outils de mêmes noms : ${names}. Retirez-les là-bas, ou enlevez ces outils ici.`,
    });
  }
}

/** A provider of one’s own answers somewhere, and nothing here says where. */
export class ProviderNeedsAddress extends AppError {
  constructor(provider: string) {
    super('conflict', 'VOICE.PROVIDER_NEEDS_ADDRESS', {
      en: `“${provider}” answers at an address that only Vapi’s dashboard can be told. Make the assistant there and import it, or choose another provider.`,
      fr: `« ${provider} » répond à une adresse que seul le tableau de bord de Vapi peut recevoir. Créez-y l’assistant et importez-le, ou choisissez un autre fournisseur.`,
    });
  }
}

/** In the operator’s account everybody’s assistants stand side by side. */
export class ImportFromSharedAccount extends AppError {
  constructor() {
    super('forbidden', 'VOICE.IMPORT_FROM_SHARED_ACCOUNT', {
      en: 'The Vapi account in use is the operator’s. Connect your own Vapi account among the integrations to import from it.',
      fr: 'Le compte Vapi utilisé est celui de l’exploitant. Connectez votre propre compte Vapi dans les intégrations pour en importer un assistant.',
    });
  }
}

export class AlreadyImported extends AppError {
  constructor() {
    super('conflict', 'VOICE.ALREADY_IMPORTED', {
      en: 'This assistant of Vapi is declared already, here or in another workspace. Change it where it is declared.',
      fr: 'Cet assistant de Vapi est déjà déclaré, ici ou dans un autre espace de travail. Modifiez-le là où il est déclaré.',
    });
  }
}

/** The platform could not be asked, or its answer was lost: looking again tells what has become of it. */
export class SyncDelayed extends AppError {
  constructor(cause: AppError) {
    super('upstream_unavailable', 'VOICE.SYNC_DELAYED', cause.safeMessage, {
      cause,
      retryable: true,
      retryAfterMs: cause.retryAfterMs,
    });
  }
}
