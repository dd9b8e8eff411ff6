import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { NodeType } from '../nodes/node.type.js';
import { Connection } from '../paging/connection.type.js';
import { DateTimeScalar } from '../scalars/date-time.scalar.js';
import { DecimalScalar } from '../scalars/decimal.scalar.js';
import { EmailAddressScalar } from '../scalars/email-address.scalar.js';
import { JsonScalar } from '../scalars/json.scalar.js';
import { PhoneNumberScalar } from '../scalars/phone-number.scalar.js';
import { UrlScalar } from '../scalars/url.scalar.js';

@ObjectType('Author', { implements: () => NodeType })
export class AuthorType implements NodeType {
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('Book', { implements: () => NodeType })
export class BookType implements NodeType {
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  pages!: number;

  @Field(() => DateTimeScalar)
  printedAt!: Date | string;

  /** Declared under another name than its property. */
  @Field(() => UrlScalar, { name: 'coverUrl', nullable: true })
  cover!: string | null;

  authorId!: string;

  /** A field that its class computes. */
  @Field(() => String)
  spine(): string {
    return `${this.title} (${this.pages})`;
  }
}

export const BookConnection = Connection(BookType);

@InputType()
export class AddBookInput {
  @Field(() => String)
  title!: string;

  @Field(() => PhoneNumberScalar, { nullable: true })
  phoneNumber?: string | null;

  @Field(() => EmailAddressScalar, { nullable: true })
  email?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  price?: string | null;

  @Field(() => JsonScalar, { nullable: true })
  notes?: unknown;
}
