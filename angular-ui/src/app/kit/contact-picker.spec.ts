import { TestBed } from '@angular/core/testing';
import { LocalizationService } from '@abp/ng.core';
import { Subject } from 'rxjs';
import { ContactsService, type ContactRow } from '../proxy/partners';
import { ContactPicker, type PickedContact } from './contact-picker';

describe('a field that finds a contact', () => {
  const answers = new Map<string, Subject<{ items: Partial<ContactRow>[] }>>();
  const getList = ({ filter }: { filter?: string }) => {
    answers.set(filter ?? '', new Subject());
    return answers.get(filter ?? '')!;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    answers.clear();
    TestBed.configureTestingModule({ providers: [{ provide: ContactsService, useValue: { getList } }, { provide: LocalizationService, useValue: { instant: (key: string) => key } }] });
  });

  afterEach(() => vi.useRealTimers());

  it('chooses nobody from the list of what was typed before, but whom the answer brings', async () => {
    const picker = TestBed.createComponent(ContactPicker);
    picker.componentRef.setInput('label', 'To');
    const picked: (PickedContact | undefined)[] = [];
    picker.componentInstance.picked.subscribe(contact => picked.push(contact));
    const settled = async () => { await vi.advanceTimersByTimeAsync(200); picker.detectChanges(); };
    await settled();
    const field = picker.nativeElement.querySelector('input') as HTMLInputElement;
    const type = (text: string) => { field.value = text; field.dispatchEvent(new Event('input')); };
    const enter = () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    const say = async (filter: string, ...items: Partial<ContactRow>[]) => { answers.get(filter)!.next({ items }); answers.get(filter)!.complete(); await settled(); };

    field.dispatchEvent(new Event('focus'));
    await settled();
    await say('', { id: 'b', firstName: 'Bert', lastName: 'Before' });
    type('Ada');
    enter();
    await settled();
    expect(picked).toEqual([]);

    await say('Ada', { id: 'a', firstName: 'Ada', lastName: 'Asked' });
    expect(picked.map(each => each?.id)).toEqual(['a']);
  });
});
