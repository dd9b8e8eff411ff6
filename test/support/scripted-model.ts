export { ScriptedModel, type ModelMove, type ModelQuestion } from '../../src/sandbox/index.js';
