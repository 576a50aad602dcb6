import { ChangeDetectionStrategy, Component, Injectable, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { CUSTOM_ERROR_HANDLERS, type CustomHttpErrorHandlerService } from '@abp/ng.theme.shared';
import { EmptyState } from '../kit/empty-state';
import { Person } from './person';

/** In place of a screen that one may not open. */
@Component({
  selector: 'crm-refused',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, EmptyState],
  template: `
    <crm-empty-state icon="shield-lock" [isPage]="true" [heading]="'::Refused:Title' | abpLocalization" [text]="'::Refused:Text' | abpLocalization: person.name()">
      <a class="btn btn-primary" routerLink="/">{{ '::NotFound:Home' | abpLocalization }}</a>
    </crm-empty-state>
  `,
})
export class Refused {
  protected readonly person = inject(Person);
}

/** ABP's guard reports that a route is refused as an error without a request; its own answer is a page over everything. The address stays. */
@Injectable({ providedIn: 'root' })
export class Refusals implements CustomHttpErrorHandlerService {
  readonly priority = 95;
  private readonly router = inject(Router);

  canHandle(error: unknown): boolean {
    return (error as { status?: number; url?: string } | undefined)?.status === 403 && !(error as { url?: string }).url;
  }

  execute(): void {
    void this.router.navigateByUrl('/refused', { skipLocationChange: true });
  }
}

export function provideRefusals() {
  return { provide: CUSTOM_ERROR_HANDLERS, useExisting: Refusals, multi: true };
}
