import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import type { PermissionChoices } from '../proxy/host/models';
import { depth, tick, tickAll } from './permission-tree';

/** What a system may do, a box a group of permissions. */
@Component({
  selector: 'crm-permission-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    @for (group of groups(); track group.group) {
      @let chosen = count(group);
      <fieldset class="card-plain">
        <legend><span>{{ group.group }} <span class="soft num">{{ '::ApiClients:Of' | abpLocalization: chosen.toString() : group.permissions.length.toString() }}</span></span></legend>
        <button type="button" class="btn btn-quiet btn-sm" (click)="choose(group, chosen < group.permissions.length)" [attr.aria-label]="((chosen < group.permissions.length ? '::ApiClients:All' : '::ApiClients:NoneOf') | abpLocalization) + ': ' + group.group">{{ (chosen < group.permissions.length ? '::ApiClients:All' : '::ApiClients:NoneOf') | abpLocalization }}</button>
        @for (each of group.permissions; track each.name) {
          <label [style.padding-inline-start.px]="depthOf(group, each.name) * 24"><input #box type="checkbox" class="form-check-input" [checked]="ticked().has(each.name)" (change)="change(group, each.name, box.checked)">{{ each.displayName }}</label>
        }
      </fieldset>
    }
  `,
  styles: `
    :host { display: block; columns: 2 320px; column-gap: 12px; }
    fieldset { position: relative; break-inside: avoid; margin: 0 0 12px; padding: 8px 12px; }
    legend { float: left; width: 100%; margin: 0; padding: 4px 56px 4px 0; font-size: 14px; line-height: 20px; font-weight: 600; }
    legend .soft { font-weight: 400; white-space: nowrap; }
    button { position: absolute; top: 8px; right: 4px; }
    label { display: flex; clear: both; gap: 8px; padding: 4px 0; font-size: 13px; line-height: 20px; }
    input { flex: none; margin: 2px 0 0; }
    /* What has the focus does not stand behind the bar below. */
    button, input { scroll-margin-bottom: 80px; }
    @media (pointer: coarse) { label { padding: 12px 0; } button { top: 0; } }
  `,
})
export class PermissionPicker {
  readonly groups = input.required<readonly PermissionChoices[]>();
  readonly ticked = model.required<ReadonlySet<string>>();
  protected readonly depthOf = (group: PermissionChoices, name: string) => depth(group.permissions, name);

  protected count(group: PermissionChoices): number {
    return group.permissions.filter(each => this.ticked().has(each.name)).length;
  }

  protected change(group: PermissionChoices, name: string, on: boolean): void {
    this.ticked.set(tick(group.permissions, this.ticked(), name, on));
  }

  protected choose(group: PermissionChoices, on: boolean): void {
    this.ticked.set(tickAll(group.permissions, this.ticked(), on));
  }
}
