import { ChangeDetectionStrategy, Component, ElementRef, inject, viewChild } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { Person } from './person';

/** Account, language and leaving, behind the person's initials. */
@Component({
  selector: 'crm-person-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  templateUrl: './person-menu.html',
  styleUrl: './person-menu.scss',
})
export class PersonMenu {
  protected readonly person = inject(Person);
  private readonly panel = viewChild<ElementRef<HTMLElement>>('panel');

  protected speak(language: string): void {
    this.person.speak(language);
    this.panel()?.nativeElement.hidePopover();
  }
}
