import { Module } from '@nestjs/common';
import { ClientsResolver } from './clients/clients.resolver.js';
import { ContactsModule } from './contacts.module.js';
import { ContactsResolver } from './people/contacts.resolver.js';

@Module({ imports: [ContactsModule], providers: [ClientsResolver, ContactsResolver] })
export class ContactsApiModule {}
