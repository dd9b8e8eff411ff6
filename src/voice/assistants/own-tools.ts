import type { LocalizedText } from '../../kernel/errors/index.js';

/** A tool that this server runs, as owners choose it. */
export interface OwnTool {
  key: string;
  label: LocalizedText;
}

/** The tools that this server runs. Implemented by the registry of voice tools. */
export abstract class OwnTools {
  abstract list(): readonly OwnTool[];
}
