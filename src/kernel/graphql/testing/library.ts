import { Injectable } from '@nestjs/common';
import { toGlobalId } from '../nodes/global-id.js';
import { AuthorType, BookType } from './library.types.js';

export function uuidOf(number: number): string {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A library of made-up books, and what the tests want to know about how it was asked. */
@Injectable()
export class Library {
  readonly books: BookType[] = Array.from({ length: 60 }, (_, index) => bookOf(index));
  readonly batches: (readonly string[])[] = [];
  counted = 0;

  authorsOf(ids: readonly string[]): AuthorType[] {
    this.batches.push(ids);
    return ids.map((id) => Object.assign(new AuthorType(), { id: toGlobalId('author', id), name: `Author ${id}` }));
  }

  count(): Promise<number> {
    this.counted += 1;
    return Promise.resolve(this.books.length);
  }
}

export function bookOf(index: number): BookType {
  return Object.assign(new BookType(), {
    id: toGlobalId('book', uuidOf(index)),
    title: `Book ${index}`,
    pages: 100 + index,
    printedAt: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
    cover: `https://example.com/${index}.png`,
    authorId: uuidOf(900 + (index % 5)),
  });
}
