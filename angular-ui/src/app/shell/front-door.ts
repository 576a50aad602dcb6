import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { LocalizationPipe } from '@abp/ng.core';
import { Person } from './person';

/** What somebody sees who isn't signed in. */
@Component({
  selector: 'crm-front-door',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  templateUrl: './front-door.html',
  styleUrl: './front-door.scss',
})
export class FrontDoor {
  protected readonly person = inject(Person);

  constructor() {
    inject(Title).setTitle('PartnerCrm');
  }
}
