import { Injectable, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { ConfigStateService } from '@abp/ng.core';
import { map } from 'rxjs';
import { ColleaguesService } from '../proxy/host/colleagues.service';

export interface Colleague { id: string; name: string }

/** Who is here: for choosing an owner. Read once a session. */
@Injectable({ providedIn: 'root' })
export class Team {
  private readonly colleagues = inject(ColleaguesService);
  private readonly config = inject(ConfigStateService);
  private readonly read = rxResource({
    stream: () => this.colleagues.getList({ skipCount: 0, maxResultCount: 200 }).pipe(
      map(page => (page.items ?? []).map((each): Colleague => ({ id: each.id!, name: [each.name, each.surname].filter(Boolean).join(' ') || each.userName! })))),
  });

  readonly all = computed(() => (this.read.hasValue() ? this.read.value() : []));
  readonly me = computed(() => this.config.getOne('currentUser')?.id as string | undefined);

  nameOf(id: string | null | undefined): string {
    return this.all().find(each => each.id === id)?.name ?? '';
  }
}
