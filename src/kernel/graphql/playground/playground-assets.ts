import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** The parts of the bundled GraphiQL, by the name of the file as which they are served. */
const files = {
  'graphiql.js': { part: 'js', type: 'text/javascript; charset=utf-8' },
  'graphiql.css': { part: 'css', type: 'text/css; charset=utf-8' },
  'editor.worker.js': { part: 'editorWorkerService', type: 'text/javascript; charset=utf-8' },
  'json.worker.js': { part: 'jsonWorker', type: 'text/javascript; charset=utf-8' },
  'graphql.worker.js': { part: 'graphqlWorker', type: 'text/javascript; charset=utf-8' },
} as const;

export interface PlaygroundAsset {
  type: string;
  gzip: Uint8Array;
}

/**
 * Runs apart: the bundle is a module of 9 MB of text that would never leave this process again once imported. What
 * comes back is compressed, as browsers take it.
 */
const compressor = `
const { parentPort, workerData } = require('node:worker_threads');
const { gzipSync } = require('node:zlib');
const bundle = require(workerData.bundle);
parentPort.postMessage(workerData.parts.map((part) => gzipSync(bundle[part])));
`;

/** The files behind the playground page; loaded when somebody opens it. */
export class PlaygroundAssets {
  #loaded: Promise<ReadonlyMap<string, PlaygroundAsset>> | undefined;

  /** @returns undefined for a file that is none of them. */
  async find(file: string): Promise<PlaygroundAsset | undefined> {
    this.#loaded ??= load().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return (await this.#loaded).get(file);
  }
}

function load(): Promise<ReadonlyMap<string, PlaygroundAsset>> {
  const bundle = createRequire(import.meta.url).resolve('@graphql-yoga/render-graphiql/graphiql');
  const entries = Object.entries(files);
  const workerData = { bundle, parts: entries.map(([, { part }]) => part) };
  const worker = new Worker(compressor, { eval: true, workerData });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The playground could not be loaded.')));
    worker.once('message', (compressed: Uint8Array[]) => {
      const assets = entries.map(([file, { type }], index): [string, PlaygroundAsset] => [
        file,
        { type, gzip: compressed[index] ?? new Uint8Array() },
      ]);
      resolve(new Map(assets));
    });
  });
}
