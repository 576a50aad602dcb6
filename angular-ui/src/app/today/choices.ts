import { FollowUpKind, TriageAnswer, type TodayItem } from '../proxy/engagement';

/** What a choice does with a thing of the day. */
export type Deed =
  | { do: 'triage'; answer: TriageAnswer; until?: Date }
  | { do: 'done'; answer: string }
  | { do: 'approve' }
  | { do: 'discard' }
  | { do: 'answerOwner'; isAllowed: boolean }
  | { do: 'review'; isMeant: boolean }
  | { do: 'snooze'; until: Date };

/** One of the answers a thing takes, by a digit: the first is 1. */
export interface Choice {
  /** A localization key. */
  title: string;
  icon: string;
  deed: Deed;
  /** What is asked before: when, or whether they are sure, where it can't be taken back. */
  asks?: 'when' | 'sure';
  /** A localization key of the sentence said afterwards; {0} is the person's name. */
  said: string;
  canUndo?: boolean;
}

export interface Rights {
  triage: boolean;
  approve: boolean;
  review: boolean;
}

const triage: Choice[] = [
  { title: '::Today:Interested', icon: 'bi-hand-thumbs-up', deed: { do: 'triage', answer: TriageAnswer.Interested }, said: '::Today:Said:Interested', canUndo: true },
  { title: '::Today:Later', icon: 'bi-clock', deed: { do: 'triage', answer: TriageAnswer.Later }, asks: 'when', said: '::Today:Said:Later', canUndo: true },
  { title: '::Today:WrongPerson', icon: 'bi-person-x', deed: { do: 'triage', answer: TriageAnswer.WrongPerson }, said: '::Today:Said:WrongPerson', canUndo: true },
  { title: '::Today:Objects', icon: 'bi-slash-circle', deed: { do: 'triage', answer: TriageAnswer.Objects }, asks: 'sure', said: '::Today:Said:Objects' },
];

const done = (answer: string, title: string, icon: string, said: string, canUndo = false): Choice => ({ title, icon, said, canUndo, deed: { do: 'done', answer } });
const simplyDone = () => [done('Done', '::Today:Done', 'bi-check2', '::Today:Said:Done', true)];

/** The answers of a thing, in the order of their digits. */
export function choicesOf(item: Pick<TodayItem, 'kind'>, rights: Rights): Choice[] {
  switch (item.kind) {
    case FollowUpKind.Triage:
      return rights.triage ? triage : [];
    case FollowUpKind.SocialTouch:
      return [
        done('Done', '::Today:SentIt', 'bi-check2', '::Today:Said:SentIt', true),
        done('Skipped', '::Today:Skip', 'bi-skip-forward', '::Today:Said:Skipped'),
      ];
    case FollowUpKind.DidTheyAnswer:
      return [
        done('Yes', '::Today:TheyAnswered', 'bi-chat-left-text', '::Today:Said:TheyAnswered'),
        done('No', '::Today:NoAnswer', 'bi-dash-circle', '::Today:Said:NoAnswer'),
      ];
    case FollowUpKind.ApproveDraft:
      return rights.approve
        ? [
            { title: '::Today:Approve', icon: 'bi-send', deed: { do: 'approve' }, said: '::Today:Said:Approved', canUndo: true },
            { title: '::Today:Discard', icon: 'bi-trash3', deed: { do: 'discard' }, asks: 'sure', said: '::Today:Said:Discarded' },
          ]
        : [];
    case FollowUpKind.AskOwner:
      return [
        { title: '::Today:Allow', icon: 'bi-check2', deed: { do: 'answerOwner', isAllowed: true }, said: '::Today:Said:Allowed' },
        { title: '::Today:Refuse', icon: 'bi-x-lg', deed: { do: 'answerOwner', isAllowed: false }, said: '::Today:Said:Refused' },
      ];
    case FollowUpKind.ReviewObjection:
      return rights.review
        ? [
            { title: '::Today:Meant', icon: 'bi-slash-circle', deed: { do: 'review', isMeant: true }, said: '::Today:Said:Meant' },
            { title: '::Today:NotMeant', icon: 'bi-arrow-counterclockwise', deed: { do: 'review', isMeant: false }, said: '::Today:Said:NotMeant' },
          ]
        : simplyDone();
    case FollowUpKind.BecomePartner:
      return [
        done('Yes', '::Today:Partners', 'bi-award', '::Today:Said:Partners'),
        done('No', '::Today:NotYet', 'bi-hourglass-split', '::Today:Said:NotYet', true),
      ];
    case FollowUpKind.WakeUp:
      return [
        done('Yes', '::Today:Wake', 'bi-sunrise', '::Today:Said:Woken'),
        done('No', '::Today:LetRest', 'bi-moon', '::Today:Said:LetRest', true),
      ];
    case FollowUpKind.GiveNotice:
      return [done('Done', '::Today:ToldThem', 'bi-check2', '::Today:Said:ToldThem')];
    default:
      return simplyDone();
  }
}

/** Where a few words of one's own are kept with it. */
export function takesNote(kind: FollowUpKind): boolean {
  return kind !== FollowUpKind.ApproveDraft && kind !== FollowUpKind.ReviewObjection && kind !== FollowUpKind.SocialTouch;
}

// Each line says «icon»: that is how those in use are collected.
const iconsOfTheirs = { Triage: 'bi-reply', DidTheyAnswer: 'bi-question-circle', ReviewObjection: 'bi-slash-circle', WakeUp: 'bi-sunrise' };
const iconsOfOurs = { SocialTouch: 'bi-chat-dots', ApproveDraft: 'bi-envelope-check', Call: 'bi-telephone', RecordOutcome: 'bi-journal-check', BecomePartner: 'bi-award', ToDo: 'bi-check2-square' };
const iconsOfChecks = { AskOwner: 'bi-person-raised-hand', FindRightPerson: 'bi-person-x', FindAddress: 'bi-at', MailRefused: 'bi-envelope-slash', StartBlocked: 'bi-sign-stop', GiveNotice: 'bi-megaphone' };
const icons: Record<FollowUpKind, string> = { ...iconsOfTheirs, ...iconsOfOurs, ...iconsOfChecks };

export function iconOf(kind: FollowUpKind): string {
  return icons[kind];
}
