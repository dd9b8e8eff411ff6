import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { macroResult, previewed } from '../macro.js';

export const previewMacro = defineAction({
  key: 'preview_macro',
  effect: 'READ',
  description: {
    en: 'Shows what a ticket would look like after a macro, its comment included. Nothing is changed.',
    fr: 'Montre à quoi ressemblerait un ticket après une macro, commentaire compris. Rien n’est modifié.',
  },
  input: z.object({ ticketId: z.int().positive(), macroId: z.int().positive() }),
  output: macroResult,
  run: previewed,
});
