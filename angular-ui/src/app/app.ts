import { Component } from '@angular/core';
import { DynamicLayoutComponent } from '@abp/ng.core';
import { LoaderBarComponent } from '@abp/ng.theme.shared';
import { PaletteDialog } from './commands/palette';
import { ToastStack } from './kit/toast-stack';
import { AppCommands } from './shell/app-commands';
import { Interruption } from './shell/interruption';

// Not OnPush: ABP's dynamic layout changes plain fields, which nobody would notice.
@Component({
  selector: 'crm-root',
  imports: [DynamicLayoutComponent, LoaderBarComponent, PaletteDialog, AppCommands, Interruption, ToastStack],
  template: `<abp-loader-bar /><abp-dynamic-layout /><crm-palette /><crm-app-commands /><crm-toast-stack /><crm-interruption />`,
})
export class App {}
