import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

/**
 * The HTML of a mail in a frame of its own that may do nothing: no script, no form, and (by the policy in it) nothing loaded from anywhere.
 * So it needs no cleaning, and its styles don't reach ours. A link opens beside it, and what it leads to knows nothing of us.
 */
@Component({
  selector: 'crm-mail-body',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<iframe sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" [title]="label()" [srcdoc]="page()" [style.height.px]="height()" (load)="fit($any($event.target))"></iframe>`,
  styles: `:host { display: block; } iframe { display: block; width: 100%; border: 0; background: #fff; color-scheme: light; }`,
})
export class MailBody {
  private readonly sanitizer = inject(DomSanitizer);
  readonly html = input.required<string>();
  readonly label = input.required<string>();
  protected readonly height = signal(160);

  protected readonly page = computed(() => this.sanitizer.bypassSecurityTrustHtml(
    `<!DOCTYPE html><html lang="en"><head><title>Mail</title><base target="_blank"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<style>body{margin:16px;font:14px/22px Inter,system-ui,sans-serif;color:#17212b;overflow-wrap:anywhere}p{margin:0 0 12px}</style></head><body>${this.html()}</body></html>`));

  // Scripts are off in there, so the frame can't say how tall it is; being of our origin, it can be asked.
  protected fit(frame: HTMLIFrameElement): void {
    const inside = frame.contentDocument?.documentElement;
    if (!inside) return;
    for (const link of inside.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      [link.target, link.rel] = ['_blank', 'noopener noreferrer'];
      if (!/^(https?|mailto|tel):$/.test(link.protocol)) link.removeAttribute('href');
    }
    this.height.set(Math.min(1200, Math.max(80, inside.scrollHeight + 4)));
  }
}
