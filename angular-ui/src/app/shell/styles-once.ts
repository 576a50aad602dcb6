import { Injectable } from '@angular/core';
import { StyleService } from '@volo/ngx-lepton-x.core';

type Style = Parameters<StyleService['replaceStyle']>[0];

/** The theme takes all of its stylesheets away and loads them again when it first hears of the language, also in the direction they are in. These stay. */
@Injectable()
export class StylesOnce extends StyleService {
  override replaceStyle(style: Style, direction: 'ltr' | 'rtl'): ReturnType<StyleService['replaceStyle']> {
    const there = document.querySelector<HTMLStyleElement>(`link#${style.bundleName}`);
    const wanted = `${style.bundleName}${direction === 'rtl' ? '.rtl' : ''}.css`;
    return there?.getAttribute('href') === wanted ? Promise.resolve(there) : super.replaceStyle(style, direction);
  }
}
