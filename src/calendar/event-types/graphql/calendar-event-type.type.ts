import { Field, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../../kernel/graphql/index.js';
import type { CalComEventType } from '../../providers/calcom/event-type.js';

@ObjectType('CalendarEventType', { description: 'A kind of appointment, as Cal.com has it.' })
export class CalendarEventTypeType {
  @Field(() => Int)
  id!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => Int)
  lengthInMinutes!: number;

  @Field(() => Boolean, { description: 'Whether its appointments begin as PENDING.' })
  needsConfirmation!: boolean;

  @Field(() => JsonScalar, {
    description: 'What is asked of whoever books: a list of { slug, type, label, required, isDefault, options }.',
  })
  fields!: unknown;
}

export function toCalendarEventType(eventType: CalComEventType): CalendarEventTypeType {
  const { id, title, description, lengthInMinutes, needsConfirmation, fields } = eventType;
  const asked = fields.filter(({ hidden }) => !hidden).map(({ hidden: _, ...field }) => field);
  return { id, title, description, lengthInMinutes, needsConfirmation, fields: asked };
}
