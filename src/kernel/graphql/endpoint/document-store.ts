import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Parsed and valid documents, by the characters of their text: a tree takes some fifty times as much memory. */
export class BoundedDocumentStore implements DocumentStore {
  readonly #documents = new LRUCache<string, DocumentNode>({
    max: 1_000,
    maxSize: 500_000,
    sizeCalculation: (document) => (document.loc?.end ?? 0) + 1,
  });

  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.#documents.get(key));
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(key));
  }
}
