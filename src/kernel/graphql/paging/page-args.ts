import { ArgsType, Field, Int } from '@nestjs/graphql';
import { maxPageSize, PageSizeInvalid } from './paging.errors.js';

export const defaultPageSize = 20;

/** The arguments that every list shares; a list with more of its own extends this. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many, 1 to ${maxPageSize}; ${defaultPageSize} unless said otherwise.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Continue after this cursor of the same list.' })
  after?: string | null;
}

export interface PageRequest {
  first: number;
  after: string | undefined;
}

/**
 * Reads the paging arguments of GraphQL, or of a REST query once its numbers are numbers.
 *
 * @throws PageSizeInvalid
 */
export function pageOf({ first, after }: Pick<PageArgs, 'first' | 'after'>): PageRequest {
  const size = first ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 1 || size > maxPageSize) throw new PageSizeInvalid();
  return { first: size, after: after ?? undefined };
}
