import { Inject } from '@nestjs/common';
import { Args, Float, ID, Int, Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Ctx, Public, RequirePermission, RequirePlatformAdmin } from '../../auth/index.js';
import type { RequestContext } from '../../context/index.js';
import { AppError, NotFound } from '../../errors/index.js';
import { fromGlobalId, splitGlobalId } from '../nodes/global-id.js';
import { NodeResolver, type NodeSource } from '../nodes/node-kinds.js';
import { Cursors } from '../paging/cursor.js';
import { PageArgs, pageOf } from '../paging/page-args.js';
import { toPage, type Page } from '../paging/page.js';
import type { GraphqlContext } from '../request/graphql-context.js';
import { RequestLoader } from '../request/request-loader.js';
import { JsonScalar } from '../scalars/json.scalar.js';
import { EventSource } from './event-source.js';
import { Library } from './library.js';
import { AddBookInput, AuthorType, BookConnection, BookType } from './library.types.js';

const cursors = new Cursors('books', 'moment');

/** Its texts must not reach a client. */
class DriverError extends Error {
  readonly detail = 'Key (email)=(secret@example.com) already exists';
}

@Resolver(() => BookType)
@NodeResolver('book', { type: () => BookType, access: { permission: 'calls:read' } })
export class LibraryResolver implements NodeSource {
  readonly #authors = new RequestLoader<string, AuthorType>((_ctx, ids) => {
    return Promise.resolve(this.shelves.authorsOf(ids));
  });

  constructor(
    @Inject(Library) private readonly shelves: Library,
    @Inject(EventSource) private readonly events: EventSource,
  ) {}

  findNode(_ctx: RequestContext, id: string): Promise<BookType | null> {
    return Promise.resolve(this.shelves.books.find((book) => book.id.endsWith(id)) ?? null);
  }

  @Query(() => BookConnection)
  @RequirePermission('calls:read')
  books(@Ctx() ctx: RequestContext, @Args() args: PageArgs): Page<BookType> {
    const request = pageOf(args);
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    const following = this.shelves.books.filter((book) => !after || String(book.printedAt) > after.key);
    return toPage({
      request,
      rows: following.slice(0, request.first + 1),
      toNode: (book) => book,
      cursorOf: (book) => cursors.encode(ctx, { key: String(book.printedAt), id: splitGlobalId(book.id)?.id ?? '' }),
      countAll: () => this.shelves.count(),
    });
  }

  @Query(() => [BookType])
  @Public()
  shelf(@Args('size', { type: () => Int, nullable: true }) size: number | null): BookType[] {
    return this.shelves.books.slice(0, size ?? 50);
  }

  @Query(() => BookType, { nullable: true })
  @RequirePermission('calls:read')
  book(@Args('id', { type: () => ID }) id: string): BookType {
    const uuid = fromGlobalId('book', id);
    const found = this.shelves.books.find((book) => book.id.endsWith(uuid));
    if (!found) throw new NotFound('LIBRARY.BOOK_NOT_FOUND', { en: 'No such book.', fr: 'Ce livre n’existe pas.' });
    return found;
  }

  @Query(() => String)
  @RequirePlatformAdmin()
  inventory(): string {
    return 'complete';
  }

  /** Has no rule, so it is open to nobody. */
  @Query(() => String)
  forgotten(): string {
    return 'never seen';
  }

  @Query(() => String, { nullable: true })
  @Public()
  broken(): string {
    throw new DriverError('duplicate key value violates unique constraint "users_email"');
  }

  @Query(() => Float, { nullable: true })
  @Public()
  unfit(): unknown {
    return 'not a number';
  }

  @Query(() => String, { nullable: true })
  @Public()
  busy(): string {
    throw new AppError(
      'rate_limited',
      'LIBRARY.BUSY',
      { en: 'Come back later.', fr: 'Revenez plus tard.' },
      { retryAfterMs: 1_500 },
    );
  }

  @Query(() => [BookType], { complexity: 2_000 })
  @Public()
  dear(): BookType[] {
    return [];
  }

  @Mutation(() => JsonScalar)
  @RequirePermission('calls:write')
  addBook(@Args('input') input: AddBookInput): unknown {
    return Object.fromEntries(Object.entries(input));
  }

  @ResolveField(() => AuthorType)
  author(book: BookType, _args: unknown, context: GraphqlContext): Promise<AuthorType> {
    return this.#authors.load(context, book.authorId);
  }

  @Subscription(() => BookType, {
    filter: ({ bookAdded }: { bookAdded: BookType }, { minPages }: { minPages: number | null }) =>
      bookAdded.pages >= (minPages ?? 0),
  })
  @RequirePermission('calls:read')
  bookAdded(@Args('minPages', { type: () => Int, nullable: true }) _minPages: number | null): AsyncIterable<unknown> {
    return this.events.listen();
  }
}
