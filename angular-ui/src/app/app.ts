import { Component } from '@angular/core';
import { DynamicLayoutComponent } from '@abp/ng.core';
import { LoaderBarComponent } from '@abp/ng.theme.shared';
import { PaletteDialog } from './commands/palette';
import { ToastStack } from './kit/toast-stack';
import { AppCommands } from './shell/app-commands';

// Not OnPush: ABP's dynamic layout changes plain fields, which nobody would notice.
@Component({
  selector: 'crm-root',
  imports: [DynamicLayoutComponent, LoaderBarComponent, PaletteDialog, AppCommands, ToastStack],
  template: `<abp-loader-bar /><abp-dynamic-layout /><crm-palette /><crm-app-commands /><crm-toast-stack />`,
})
export class App {}
