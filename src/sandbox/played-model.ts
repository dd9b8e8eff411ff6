import { ScriptedModel } from './openai/scripted-model.js';
import { receptionist } from './receptionist/receptionist.js';

/** Plays the model of assistants that the server answers for itself, for whoever has no account with a vendor of models. */
export function openPlayedModel({ apiKey }: { apiKey: string }): Promise<ScriptedModel> {
  return ScriptedModel.open({ apiKey, script: receptionist });
}
