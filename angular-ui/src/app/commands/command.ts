/** One thing a person can do. The same registration feeds the palette, the shortcut sheet, buttons and menus. */
export interface Command {
  /** Unique; dotted, beginning with its area: `contacts.create`. */
  id: string;
  /** A localization key (`::Menu:Today`) or plain text (the name of a record). */
  title: string;
  /** More words it is found by; a localization key or plain text. */
  keywords?: string;
  /** Beside the title, softer: the organisation of a person, the state of a record. */
  hint?: string;
  group: CommandGroup;
  /** Name of a Bootstrap icon, without its `bi-`. */
  icon?: string;
  /** One shortcut: `n`, `shift+n`, `mod+enter`, or two keys one after the other: `g t`. */
  shortcut?: string;
  /** Not shown and not run where this says no. */
  visible?: () => boolean;
  /** Shown, but not run where this says no. */
  enabled?: () => boolean;
  run?: () => void | Promise<unknown>;
  /** Instead of running: opens a list of further commands in the palette. */
  page?: () => Command[];
}

export type CommandGroup = 'here' | 'go' | 'create' | 'recent' | 'contacts' | 'organisations' | 'app';

/** In the order the palette shows them. */
export const commandGroups: CommandGroup[] = ['here', 'recent', 'contacts', 'organisations', 'create', 'go', 'app'];

/** Asked by the palette while typing: records from the host. */
export interface CommandSearch {
  id: string;
  find: (text: string) => Promise<Command[]>;
  /** Offered when nothing was found: «Create contact “x”». */
  otherwise?: (text: string) => Command | undefined;
}
