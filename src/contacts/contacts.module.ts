import { Module } from '@nestjs/common';
import './contacts.personal-data.js';
import { ClientDirectory } from './clients/client-directory.js';
import { ClientRepository } from './clients/client.repository.js';
import { ContactLoaders } from './contact-loaders.js';
import { ContactDirectory } from './people/contact-directory.js';
import { ContactRepository } from './people/contact.repository.js';
import { ContactsService } from './people/contacts.service.js';
import { ContactArchiver } from './personal-data/contact-archiver.js';
import { ContactEraser } from './personal-data/contact-eraser.js';

@Module({
  providers: [
    ClientRepository,
    ClientDirectory,
    ContactRepository,
    ContactDirectory,
    ContactEraser,
    ContactArchiver,
    ContactsService,
    ContactLoaders,
  ],
  exports: [ClientDirectory, ContactDirectory, ContactsService, ContactLoaders],
})
export class ContactsModule {}
