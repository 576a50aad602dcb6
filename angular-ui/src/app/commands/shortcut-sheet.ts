import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';
import { commandGroups } from './command';
import { KeyCaps } from './key-caps';
import { Shortcuts } from './shortcuts';

/** «?»: every shortcut that works here, and the switch for single letters. */
@Component({
  selector: 'crm-shortcut-sheet',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, KeyCaps],
  templateUrl: './shortcut-sheet.html',
  styleUrl: './shortcut-sheet.scss',
})
export class ShortcutSheet {
  protected readonly shortcuts = inject(Shortcuts);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly groups = computed(() =>
    commandGroups
      .map(name => ({ name, commands: this.shortcuts.listed().filter(command => command.group === name) }))
      .filter(group => group.commands.length));

  show(): void {
    this.dialog().nativeElement.showModal();
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }
}
